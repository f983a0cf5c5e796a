package io.hotspan.stress.kill;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What a program has told of itself before it was killed: a mapped file, which outlives it. Each
 * thread tells a number when what has this number is committed, and never before.
 */
final class Witness {
    /** The process has just begun. */
    static final long BEGUN = 0;

    /** Its journal is open. */
    static final long OPEN = 1;

    /** The journal is about to be closed, or the rings about to be recovered. */
    static final long AT_IT = 2;

    /** That is done. */
    static final long DONE = 3;

    /** What a thread counts. */
    enum Count {
        /** Spans that have ended. */
        ENDED(0),
        /** Spans that have begun, of those that hold others, with their number. */
        OUTER_BEGUN(1),
        /** Of these, spans that have ended. */
        OUTER_ENDED(2),
        /** Detached spans that have ended. */
        DETACHED_ENDED(3),
        /** {@link #ENDED}, as it was when the journal was about to be closed. */
        ENDED_BEFORE_CLOSE(4),
        /** {@link #DETACHED_ENDED}, as it was when the journal was about to be closed. */
        DETACHED_BEFORE_CLOSE(5);

        private final int index;

        Count(final int index) {
            this.index = index;
        }
    }

    private static final int MAX_THREADS = 16;
    private static final int LINE_BYTES = 128;

    private final UnsafeBuffer buffer;

    private Witness(final UnsafeBuffer buffer) {
        this.buffer = buffer;
    }

    static Witness create(final Path file) throws IOException {
        Files.write(file, new byte[(MAX_THREADS + 1) * LINE_BYTES]);
        return open(file);
    }

    static Witness open(final Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new Witness(
                    new UnsafeBuffer(channel.map(MapMode.READ_WRITE, 0, channel.size())));
        }
    }

    void phase(final long phase) {
        buffer.putLongVolatile(0, phase);
    }

    long phase() {
        return buffer.getLongVolatile(0);
    }

    void tell(final int thread, final Count count, final long value) {
        buffer.putLongVolatile(offset(thread, count), value);
    }

    long told(final int thread, final Count count) {
        return buffer.getLongVolatile(offset(thread, count));
    }

    /** Notes what is committed before the journal is closed. */
    void noteBeforeClose(final int threads) {
        for (int thread = 0; thread < threads; thread++) {
            tell(thread, Count.ENDED_BEFORE_CLOSE, told(thread, Count.ENDED));
            tell(thread, Count.DETACHED_BEFORE_CLOSE, told(thread, Count.DETACHED_ENDED));
        }
        phase(AT_IT);
    }

    private static int offset(final int thread, final Count count) {
        return (thread + 1) * LINE_BYTES + count.index * Long.BYTES;
    }
}
