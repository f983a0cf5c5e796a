package io.hotspan.replay;

/** Memory that may be taken for things that should be few. */
final class ByteBudget {
    private long leftBytes;

    ByteBudget(final long bytes) {
        leftBytes = bytes;
    }

    /** Takes memory if there is enough left. */
    boolean take(final long bytes) {
        if (bytes > leftBytes) {
            return false;
        }
        leftBytes -= bytes;
        return true;
    }

    /** Gives memory back. */
    void give(final long bytes) {
        leftBytes += bytes;
    }
}
