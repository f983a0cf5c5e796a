package io.hotspan.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Remembers why writing failed, since a {@link java.io.PrintWriter} tells no reason. Used by one
 * thread.
 */
final class StandardOutput extends FilterOutputStream {
    private IOException failure;

    StandardOutput(final OutputStream out) {
        super(out);
    }

    /**
     * The first failure to write; null if there was none, or only the one that says that nobody
     * reads any more, as with {@code | head}.
     */
    IOException failure() {
        return isBrokenPipe(failure) ? null : failure;
    }

    @Override
    public void write(final int b) throws IOException {
        try {
            out.write(b);
        } catch (final IOException e) {
            throw note(e);
        }
    }

    @Override
    public void write(final byte[] bytes, final int offset, final int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (final IOException e) {
            throw note(e);
        }
    }

    private IOException note(final IOException e) {
        if (failure == null) {
            failure = e;
        }
        return e;
    }

    /** There is no type for it, and its text is the system's: all that are known name the pipe. */
    private static boolean isBrokenPipe(final IOException e) {
        return e != null
                && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
