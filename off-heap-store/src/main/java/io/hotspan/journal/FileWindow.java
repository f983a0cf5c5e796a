package io.hotspan.journal;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A part of a file, read into memory that is reused. Read and not mapped: a file that is cut short
 * meanwhile is an end here, and a fault there. An interrupted thread can read too.
 */
final class FileWindow implements Closeable {
    /** What {@link #offsetOf} answers when the file ends before. */
    static final int BEYOND_END = -1;

    private static final int READ_BYTES = 256 << 10;

    private final RandomAccessFile file;
    private final Memory memory;
    private final byte[] wordBytes = new byte[Integer.BYTES];
    private final ByteBuffer word = ByteBuffer.wrap(wordBytes).order(ByteOrder.LITTLE_ENDIAN);
    private long begin;
    private int length;

    FileWindow(final File file, final Memory memory) throws IOException {
        this.file = new RandomAccessFile(file, "r");
        this.memory = memory;
    }

    /** Length of the file now. */
    long fileLength() throws IOException {
        return file.length();
    }

    /** What the last answer of {@link #offsetOf} points into. */
    ByteBuffer bytes() {
        return memory.bytes;
    }

    /** Where in {@link #bytes()} there are some bytes of the file, or {@link #BEYOND_END}. */
    int offsetOf(final long position, final int lengthBytes) throws IOException {
        if (memory.owner != this || position < begin || position + lengthBytes > begin + length) {
            load(position, lengthBytes);
        }
        return position + lengthBytes <= begin + length ? (int) (position - begin) : BEYOND_END;
    }

    /** An int that may have been read before; 0 beyond the file's end. */
    int intAt(final long position) throws IOException {
        if (memory.owner == this
                && position >= begin
                && position + Integer.BYTES <= begin + length) {
            final int value = memory.bytes.getInt((int) (position - begin));
            if (value != 0) {
                return value;
            }
        }
        // a zero may have become something since
        forget();
        file.seek(position);
        return file.read(wordBytes) == Integer.BYTES ? word.getInt(0) : 0;
    }

    /** How many bytes from a position on are in memory, after {@link #offsetOf}. */
    int availableFrom(final long position) {
        return (int) (begin + length - position);
    }

    /** Makes the next {@link #offsetOf} read again. */
    void forget() {
        length = 0;
    }

    private void load(final long position, final int lengthBytes) throws IOException {
        final byte[] bytes = memory.take(this, Math.max(lengthBytes, READ_BYTES));
        begin = position;
        length = 0;
        file.seek(position);
        while (length < lengthBytes) {
            final int count = file.read(bytes, length, bytes.length - length);
            if (count < 0) {
                return;
            }
            length += count;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The memory of all windows of a reader: one uses it at a time. */
    static final class Memory {
        private byte[] array = {};
        private ByteBuffer bytes = ByteBuffer.wrap(array);
        private FileWindow owner;

        private byte[] take(final FileWindow newOwner, final int minBytes) {
            owner = newOwner;
            if (array.length < minBytes) {
                array = new byte[minBytes];
                bytes = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
            }
            return array;
        }
    }
}
