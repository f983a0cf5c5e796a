package io.hotspan.recording;

import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;

/**
 * Where errors of the drainer go: to the platform's logger, since no caller is there to see them.
 */
final class DrainErrors {
    private DrainErrors() {}

    /**
     * Logs the first of a row of failures. A sink that refuses has told of it, in its own words.
     */
    static void log(final Throwable error) {
        System.getLogger("io.hotspan")
                .log(
                        error instanceof UncheckedIOException ? Level.DEBUG : Level.WARNING,
                        "Hotspan cannot store what is recorded, and will try again until it can: "
                                + error);
        System.getLogger("io.hotspan").log(Level.DEBUG, "Where that came from", error);
    }
}
