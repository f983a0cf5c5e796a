package io.hotspan.ring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records that are too long for a ring, each in a file beside it until it is drained. The file is
 * whole before the record that names it is committed, so a crash between the two leaves nothing
 * half.
 */
public final class OutsizeValues {
    private static final String PREFIX = "value-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})");

    /** What may wait to be drained; beyond, a value is dropped and counted on its span. */
    public static final long MAX_PENDING_BYTES = 256L << 20;

    /** What {@link #keep} gives if there is no room. */
    public static final long NO_ROOM = 0;

    /** One value on its way to the journal. */
    public record Pending(long valueId, Path file, long lengthBytes) {}

    private final Path directory;
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicLong pendingBytes = new AtomicLong();
    private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();

    /** Keeps values as files of a directory, which exists. */
    public OutsizeValues(final Path directory) {
        this.directory = directory;
    }

    /**
     * Keeps the bytes of a record.
     *
     * @param head the first bytes; not changed, nor is the other
     * @return id of the value, from 1 on; {@link #NO_ROOM} if there is no room for it now
     */
    public long keep(final ByteBuffer head, final ByteBuffer body) {
        final long lengthBytes = (long) head.remaining() + body.remaining();
        if (pendingBytes.addAndGet(lengthBytes) > MAX_PENDING_BYTES) {
            pendingBytes.addAndGet(-lengthBytes);
            return NO_ROOM;
        }
        final long valueId = lastId.incrementAndGet();
        final Path file = directory.resolve(PREFIX + valueId);
        try {
            write(file, head.duplicate(), body.duplicate());
        } catch (final IOException e) {
            pendingBytes.addAndGet(-lengthBytes);
            deleteQuietly(file);
            return NO_ROOM;
        }
        pending.add(new Pending(valueId, file, lengthBytes));
        return valueId;
    }

    /**
     * The value that has waited longest; null if none waits. It stays first until it is removed.
     */
    public Pending peek() {
        return pending.peek();
    }

    /** Forgets the first value, and deletes its file. */
    public void remove() {
        final Pending drained = pending.remove();
        pendingBytes.addAndGet(-drained.lengthBytes());
        deleteQuietly(drained.file());
    }

    /** The values that a dead session left in its directory. */
    public static List<Pending> left(final Path directory) throws IOException {
        final List<Pending> left = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, PREFIX + "*")) {
            for (final Path file : files) {
                final Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    left.add(new Pending(Long.parseLong(name.group(1)), file, Files.size(file)));
                }
            }
        }
        return left;
    }

    private static void write(final Path file, final ByteBuffer head, final ByteBuffer body)
            throws IOException {
        try (NewFile newFile = NewFile.create(file)) {
            newFile.append(head);
            newFile.append(body);
        }
    }

    private static void deleteQuietly(final Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (final IOException e) {
            file.toFile()
                    .deleteOnExit(); // the directory goes with the session, and the file with it
        }
    }
}
