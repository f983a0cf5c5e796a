package io.hotspan.recording;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Where errors of the drainer go: to the platform's logger, since no caller is there to see them.
 */
final class DrainErrors {
    private static final Logger LOGGER = System.getLogger("io.hotspan");

    private DrainErrors() {}

    static void log(final Throwable error) {
        LOGGER.log(Level.WARNING, "Hotspan's drainer goes on after an error", error);
    }
}
