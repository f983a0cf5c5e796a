package io.hotspan.journal;

import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A process that writes to a journal: {@code DIRECTORY COUNT [WITNESS]}, with a count of -1 for
 * ever. After each append it stores the end position in the witness, a file of 8 bytes.
 */
final class WriterProcess {
    static final long SESSION = 0xC0FFEE;
    static final int SPANS_PER_BLOCK = 300;

    private WriterProcess() {}

    public static void main(final String[] arguments) throws Exception {
        final long count = Long.parseLong(arguments[1]);
        final RingIdentity ring = TestRecords.ring(SESSION, 1);
        final ClockAnchor anchor = new ClockAnchor(1, 2);
        final JournalOptions options =
                JournalOptions.newBuilder()
                        .sessionId(SESSION)
                        .segmentBytes(JournalOptions.MIN_SEGMENT_BYTES)
                        .listener((message, cause) -> System.err.println(message + " " + cause))
                        .build();
        try (JournalWriter writer = JournalWriter.open(Path.of(arguments[0]), options)) {
            final UnsafeBuffer witness = witness(arguments);
            long position = 0;
            for (long block = 0; block != count; block++) {
                final UnsafeBuffer records =
                        TestRecords.spans(1 + block * SPANS_PER_BLOCK, SPANS_PER_BLOCK);
                writer.append(ring, anchor, position, records, 0, records.capacity());
                position += records.capacity();
                witness.putLongVolatile(0, position);
            }
            if (arguments.length > 2) {
                System.in.read(); // stays open until it is killed
            }
        }
    }

    private static UnsafeBuffer witness(final String[] arguments) throws IOException {
        if (arguments.length < 3) {
            return new UnsafeBuffer(new byte[Long.BYTES]);
        }
        try (RandomAccessFile file = new RandomAccessFile(arguments[2], "rw")) {
            return new UnsafeBuffer(
                    file.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES));
        }
    }
}
