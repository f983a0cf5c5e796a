package io.hotspan.recording;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Where errors of the drainer go: to the platform's logger, since no caller is there to see them.
 */
final class DrainErrors {
    private static final Logger LOGGER = System.getLogger("io.hotspan");

    private DrainErrors() {}

    /** Logs the first of a row of failures. */
    static void log(final Throwable error) {
        LOGGER.log(
                Level.WARNING,
                "Hotspan cannot store what is recorded, and will try again until it can: " + error);
        LOGGER.log(Level.DEBUG, "Where that came from", error);
    }
}
