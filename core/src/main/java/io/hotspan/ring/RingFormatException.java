package io.hotspan.ring;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file that should be a ring is none that this version can read; the message says why. */
public final class RingFormatException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    RingFormatException(final Path path, final String reason) {
        super("not a readable ring: " + path + ": " + reason);
    }
}
