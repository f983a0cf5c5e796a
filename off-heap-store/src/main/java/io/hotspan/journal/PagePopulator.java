package io.hotspan.journal;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import net.openhft.posix.PosixAPI;
import net.openhft.posix.internal.noop.NoOpPosixAPI;
import org.agrona.DirectBuffer;

/**
 * Makes pages of a mapped file exist before they are stored to, so that a full disk is an error
 * here and not a fault in the store. The first way that works is used: {@code
 * madvise(MADV_POPULATE_WRITE)} (Linux 5.14 and later), {@code fallocate}, and writing zeros. What
 * is long is better written to the file than stored: that takes a third of the time.
 *
 * <p>Populating also takes the page faults out of Java code, where they would delay safepoints of
 * the whole JVM while the kernel throttles writers.
 */
final class PagePopulator implements AutoCloseable {
    /** How far ahead pages are made. */
    static final int WINDOW_BYTES = 1 << 20;

    /** Room that is always there behind what was asked for: for Chronicle's own index. */
    private static final int SLACK_BYTES = 64 << 10;

    private static final int CHUNK_BYTES = 64 << 10;

    private static final int ALIGNMENT = 64 << 10; // the largest page size there is
    private static final int MADV_POPULATE_WRITE = 23;
    private static final int FALLOC_FL_KEEP_SIZE = 1;
    private static final int EINVAL = 22;
    private static final int ENOSYS = 38;
    private static final int EOPNOTSUPP = 95;
    private static final int O_RDWR = 2;

    /** How pages are made. */
    enum Way {
        MADVISE,
        FALLOCATE,
        ZERO_FILL
    }

    private final PosixAPI posix = PosixAPI.posix();
    private final File file;
    private final RandomAccessFile access;
    private final int descriptor;
    private final long mappedBegin;
    private final long mappedEnd;
    private final long address;
    private final long freeSpaceBytes;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private Way way;
    private long populatedEnd;

    /**
     * @param mappedBegin position in the file of the first byte that is mapped
     * @param mappedEnd position behind the last
     * @param address where the first byte is mapped
     * @param freeSpaceBytes room on the disk that is left to others
     * @param way the first that is tried
     */
    PagePopulator(
            final File file,
            final long mappedBegin,
            final long mappedEnd,
            final long address,
            final long freeSpaceBytes,
            final Way way)
            throws IOException {
        this.file = file;
        this.mappedBegin = mappedBegin;
        this.mappedEnd = mappedEnd;
        this.address = address;
        this.freeSpaceBytes = freeSpaceBytes;
        populatedEnd = mappedBegin;
        this.way = way;
        access = new RandomAccessFile(file, "rw");
        descriptor = way == Way.ZERO_FILL ? -1 : posix.open(file.getPath(), O_RDWR, 0);
    }

    /** The best way that Chronicle's posix layer has on this system. */
    static Way bestWay() {
        return PosixAPI.posix() instanceof NoOpPosixAPI ? Way.ZERO_FILL : Way.MADVISE;
    }

    /**
     * Makes sure that the file's pages exist up to a position, and some more.
     *
     * @param storedEnd nothing is stored from here on
     * @throws IOException if there is no room for them
     */
    void ensure(final long storedEnd, final long neededEnd) throws IOException {
        if (neededEnd + SLACK_BYTES <= populatedEnd) {
            return;
        }
        makeUpTo(storedEnd, (neededEnd + SLACK_BYTES + WINDOW_BYTES) & -ALIGNMENT);
    }

    /**
     * Writes a long block to the file, and zeros behind it: what is written exists.
     *
     * @throws IOException if there is no room for them
     */
    void write(final long position, final DirectBuffer block, final int lengthBytes)
            throws IOException {
        makeUpTo(position, roundUp(position)); // where the document's header is
        final long blockEnd = position + lengthBytes;
        final long end = Math.min(mappedEnd, roundUp(blockEnd + SLACK_BYTES));
        ensureRoom(end - position);
        access.seek(position);
        for (int done = 0; done < lengthBytes; done += CHUNK_BYTES) {
            final int length = Math.min(CHUNK_BYTES, lengthBytes - done);
            block.getBytes(done, chunk, 0, length);
            access.write(chunk, 0, length);
        }
        if (end > populatedEnd) {
            writeZeros(blockEnd, end);
            populatedEnd = end;
        }
    }

    private void writeZeros(final long begin, final long end) throws IOException {
        access.seek(begin);
        access.write(new byte[(int) (end - begin)]);
    }

    private static long roundUp(final long position) {
        return (position + ALIGNMENT - 1) & -ALIGNMENT;
    }

    private void makeUpTo(final long storedEnd, final long wantedEnd) throws IOException {
        final long end = Math.min(mappedEnd, wantedEnd);
        if (end > populatedEnd) {
            ensureRoom(end - populatedEnd);
            populate(storedEnd, end);
            populatedEnd = end;
        }
    }

    private void ensureRoom(final long neededBytes) throws IOException {
        final long usableBytes = file.getUsableSpace();
        if (usableBytes < freeSpaceBytes + neededBytes) {
            throw noRoom(
                    "only " + usableBytes + " bytes are free, and " + freeSpaceBytes + " stay");
        }
    }

    private void populate(final long storedEnd, final long end) throws IOException {
        final long begin = populatedEnd;
        if (way == Way.MADVISE) {
            if (posix.madvise(address + begin - mappedBegin, end - begin, MADV_POPULATE_WRITE)
                    == 0) {
                return;
            }
            fallBack(Way.FALLOCATE);
        }
        if (way == Way.FALLOCATE) {
            try {
                if (posix.fallocate(descriptor, FALLOC_FL_KEEP_SIZE, begin, end - begin) == 0) {
                    return;
                }
                fallBack(Way.ZERO_FILL);
            } catch (final UnsatisfiedLinkError e) {
                way = Way.ZERO_FILL; // not in this system's library
            }
        }
        writeZeros(Math.max(begin, storedEnd), end);
    }

    private void fallBack(final Way next) throws IOException {
        final int error = posix.lastError();
        if (error != EINVAL && error != ENOSYS && error != EOPNOTSUPP) {
            throw noRoom(posix.strerror(error));
        }
        way = next;
    }

    private IOException noRoom(final String reason) {
        return new IOException("no room to write on: " + file + " (" + reason + ")");
    }

    @Override
    public void close() throws IOException {
        if (descriptor >= 0) {
            posix.close(descriptor);
        }
        access.close();
    }
}
