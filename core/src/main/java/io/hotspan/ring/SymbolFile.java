package io.hotspan.ring;

import io.hotspan.symbol.SymbolLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A session's symbols beside its rings, so that records can be read after a crash. Entries are a
 * length (int, little-endian) and that many bytes of UTF-8; the first has id 1. An entry is one
 * write, made before the first record uses the symbol; a half-written last entry is of no record.
 * An entry that could not be written whole is taken back, so that others can follow.
 */
public final class SymbolFile implements SymbolLog, AutoCloseable {
    private final NewFile file;

    private SymbolFile(final NewFile file) {
        this.file = file;
    }

    /** Makes the file in a session's directory. */
    public static SymbolFile create(final Path directory) throws IOException {
        return new SymbolFile(NewFile.create(directory.resolve(RingDirectory.SYMBOLS_FILE)));
    }

    /** The texts that a session left, in the order of their ids. */
    public static List<String> read(final Path directory) throws IOException {
        final List<String> texts = new ArrayList<>();
        final Path file = directory.resolve(RingDirectory.SYMBOLS_FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return texts;
        }
        final ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.remaining() >= Integer.BYTES) {
            final int lengthBytes = bytes.getInt();
            if (lengthBytes < 0 || lengthBytes > bytes.remaining()) {
                break;
            }
            texts.add(
                    new String(
                            bytes.array(), bytes.position(), lengthBytes, StandardCharsets.UTF_8));
            bytes.position(bytes.position() + lengthBytes);
        }
        return texts;
    }

    @Override
    public synchronized void append(final String text) {
        final byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        final ByteBuffer entry =
                ByteBuffer.allocate(Integer.BYTES + utf8.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(utf8.length)
                        .put(utf8)
                        .flip();
        try {
            file.append(entry);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot keep symbol \"" + text + "\"", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
