package io.hotspan.ring;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that this process makes and writes to its end. Unlike a channel it does not close itself
 * when a thread that writes to it is interrupted: the program's threads are, and their records must
 * not suffer by it.
 */
final class NewFile implements AutoCloseable {
    private static final int CHUNK_BYTES = 1 << 16;

    private final RandomAccessFile file;

    private NewFile(final RandomAccessFile file) {
        this.file = file;
    }

    /**
     * Makes a file, readable by its owner only.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one, or a link, of that name
     */
    static NewFile create(final Path path) throws IOException {
        Files.createFile(path, OwnerOnly.file(path));
        return new NewFile(new RandomAccessFile(path.toFile(), "rw"));
    }

    /**
     * Writes what remains in a buffer to the end. If that fails nothing of it stays in the file, as
     * far as the file system lets us.
     */
    void append(final ByteBuffer bytes) throws IOException {
        final long lengthBefore = file.length();
        try {
            file.seek(lengthBefore);
            write(bytes);
        } catch (final IOException e) {
            file.setLength(lengthBefore);
            throw e;
        }
    }

    private void write(final ByteBuffer bytes) throws IOException {
        if (bytes.hasArray()) {
            file.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            bytes.position(bytes.limit());
            return;
        }
        final byte[] chunk = new byte[Math.min(CHUNK_BYTES, bytes.remaining())];
        while (bytes.hasRemaining()) {
            final int lengthBytes = Math.min(chunk.length, bytes.remaining());
            bytes.get(chunk, 0, lengthBytes);
            file.write(chunk, 0, lengthBytes);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
