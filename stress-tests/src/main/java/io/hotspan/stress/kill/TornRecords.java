package io.hotspan.stress.kill;

import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.ring.RingDescriptor;
import io.hotspan.ring.RingDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts, in the rings of a dead process, the records that were claimed and not committed. In a
 * ring of one writer such a record is behind the tail, where nobody sees it. In a shared ring it
 * says that it is claimed, or is still zero.
 */
final class TornRecords {
    private TornRecords() {}

    /** How many there are in all rings below a directory. */
    static int count(final Path rings) throws IOException {
        int count = 0;
        try (DirectoryStream<Path> sessions = Files.newDirectoryStream(rings)) {
            for (final Path session : sessions) {
                for (final Path ring : RingDirectory.ringFiles(session)) {
                    count += countIn(ByteBuffer.wrap(Files.readAllBytes(ring)));
                }
            }
        }
        return count;
    }

    private static int countIn(final ByteBuffer bytes) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.capacity() <= RingDescriptor.RECORDS_OFFSET
                || bytes.getInt(RingDescriptor.KIND_OFFSET) != RingDescriptor.KIND_MANY_WRITERS) {
            return 0;
        }
        final long capacity = bytes.getLong(RingDescriptor.CAPACITY_OFFSET);
        final long tail = bytes.getLong(RingDescriptor.TAIL_OFFSET);
        int count = 0;
        boolean inZeros = false;
        for (long position = bytes.getLong(RingDescriptor.HEAD_OFFSET); position < tail; ) {
            final long header =
                    bytes.getLong(RingDescriptor.RECORDS_OFFSET + (int) (position % capacity));
            if (header == 0) {
                count += inZeros ? 0 : 1;
                position += RecordDescriptor.WORD_BYTES;
            } else {
                count += RecordDescriptor.type(header) == RecordType.CLAIMED ? 1 : 0;
                position += Math.max(RecordDescriptor.WORD_BYTES, lengthBytes(header));
            }
            inZeros = header == 0;
        }
        return count;
    }

    private static int lengthBytes(final long header) {
        return RecordDescriptor.lengthBytes(header);
    }
}
