package io.hotspan.journal;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Tidies a segment whose writer has crashed: cuts off the zeros behind its data, for Chronicle
 * makes a file larger than needed, and notes that nobody writes to it. Nothing that could be read
 * is changed.
 */
final class CrashedSegment {
    private static final int SCAN_BYTES = 1 << 16;

    private CrashedSegment() {}

    static void tidy(final Path segment) throws IOException {
        final File file = Segments.dataFile(segment);
        if (file != null) {
            try (RandomAccessFile access = new RandomAccessFile(file, "rw")) {
                // documents may end in zeros, and behind damage there may be more of them
                final long end = Math.max(endOfDocuments(access), endOfNonZeros(access));
                access.setLength(Math.min(access.length(), DocumentHeader.align(end)));
            }
        }
        WriterLock.markCrashed(segment);
    }

    private static long endOfDocuments(final RandomAccessFile access) throws IOException {
        final ByteBuffer word = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long position = 0;
        while (access.read(word.array()) == Integer.BYTES
                && DocumentHeader.isComplete(word.getInt(0))) {
            position = DocumentHeader.next(position, DocumentHeader.documentLength(word.getInt(0)));
            access.seek(position);
        }
        return position;
    }

    private static long endOfNonZeros(final RandomAccessFile access) throws IOException {
        final byte[] bytes = new byte[SCAN_BYTES];
        long end = access.length();
        while (end > 0) {
            final int length = (int) Math.min(SCAN_BYTES, end);
            access.seek(end - length);
            access.readFully(bytes, 0, length);
            for (int i = length - 1; i >= 0; i--) {
                if (bytes[i] != 0) {
                    return end - length + i + 1;
                }
            }
            end -= length;
        }
        return 0;
    }
}
