package io.hotspan.journal;

import io.hotspan.block.BlockDescriptor;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.bytes.BytesStore;
import net.openhft.chronicle.bytes.SyncMode;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes one segment: a Chronicle queue in a directory of its own, with one file that is mapped
 * once and as a whole. After {@link #seal} or {@link #abandon} it is never written again.
 */
final class SegmentWriter {
    /** A queue's longest document is a quarter of this. */
    private static final long MIN_MAPPING_BYTES = 8L * BlockDescriptor.MAX_CONTENT_BYTES;

    /**
     * A segment is sealed when it is longer than it should be: by a block, and Chronicle's index.
     */
    private static final long EXCESS_BYTES = 2L * BlockDescriptor.MAX_CONTENT_BYTES;

    /** What is longer is written to the file, and not stored to its pages. */
    private static final int MIN_WRITTEN_BYTES = 256 << 10;

    private static final int HEADER_BYTES = Integer.BYTES;

    private final Path directory;
    private final long freeSpaceBytes;
    private final WriterLock lock;
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private final UnsafeBuffer document = new UnsafeBuffer(0, 0);
    private long mappedBegin = -1;
    private PagePopulator populator;
    private long endPosition;

    private SegmentWriter(
            final Path directory,
            final long freeSpaceBytes,
            final WriterLock lock,
            final SingleChronicleQueue queue,
            final ExcerptAppender appender) {
        this.directory = directory;
        this.freeSpaceBytes = freeSpaceBytes;
        this.lock = lock;
        this.queue = queue;
        this.appender = appender;
    }

    /**
     * Makes the directory of a segment and the queue in it.
     *
     * @throws IOException if there is no room, or the directory cannot be made
     */
    static SegmentWriter create(
            final Path journalDirectory,
            final SegmentName name,
            final long segmentBytes,
            final long freeSpaceBytes)
            throws IOException {
        final long neededBytes = freeSpaceBytes + 2L * PagePopulator.WINDOW_BYTES;
        final long usableBytes = journalDirectory.toFile().getUsableSpace();
        if (usableBytes < neededBytes) {
            throw new IOException(
                    "no room for a new segment in "
                            + journalDirectory
                            + ": "
                            + usableBytes
                            + " bytes are free, min="
                            + neededBytes);
        }
        final Path unborn = journalDirectory.resolve(Segments.UNBORN + name);
        final Path directory = name.in(journalDirectory);
        Files.createDirectory(unborn, OwnerOnly.directory(unborn));
        WriterLock lock = null;
        SingleChronicleQueue queue = null;
        try {
            lock = WriterLock.acquire(unborn);
            // nobody ever sees a segment that is not locked by its writer
            Files.move(unborn, directory);
            queue = open(directory, name.createdEpochMillis(), segmentBytes);
            final ExcerptAppender appender = queue.createAppender();
            appender.singleThreadedCheckDisabled(
                    true); // the last call may come from another thread
            return new SegmentWriter(directory, freeSpaceBytes, lock, queue, appender);
        } catch (final Throwable e) {
            CloseHelper.quietCloseAll(queue, lock);
            Segments.delete(unborn);
            Segments.delete(directory);
            throw e;
        }
    }

    private static SingleChronicleQueue open(
            final Path directory, final long createdEpochMillis, final long segmentBytes) {
        return SingleChronicleQueueBuilder.binary(directory.toFile())
                .rollCycle(RollCycles.FAST_DAILY)
                .timeProvider(() -> createdEpochMillis) // time stands still: it never rolls
                .indexSpacing(1)
                .blockSize(Math.max(MIN_MAPPING_BYTES, segmentBytes + EXCESS_BYTES))
                .timeoutMS(1000)
                .checkInterrupts(false) // an interrupted thread writes whole documents too
                .syncMode(SyncMode.ASYNC)
                .build();
    }

    /** Where the segment is. */
    Path directory() {
        return directory;
    }

    /** Whether nobody has removed it. */
    boolean exists() {
        return appender.currentFile().exists();
    }

    /** Bytes of the file that are in use. */
    long sizeBytes() {
        return endPosition;
    }

    /**
     * Appends a document. If it throws, the segment must be abandoned.
     *
     * @throws IOException if there is no room
     */
    void append(final DirectBuffer block, final int lengthBytes) throws IOException {
        final DocumentContext context = appender.writingDocument();
        boolean isComplete = false;
        final long newEndPosition;
        try {
            final Bytes<?> bytes = context.wire().bytes();
            final long position = bytes.writePosition();
            if (lengthBytes > queue.overlapSize()) {
                throw new IllegalArgumentException(
                        "block too long: " + lengthBytes + ", max=" + queue.overlapSize());
            }
            final PagePopulator pages = populator(bytes);
            if (lengthBytes >= MIN_WRITTEN_BYTES) {
                pages.write(position, block, lengthBytes);
                bytes.writeSkip(lengthBytes);
            } else {
                pages.ensure(position, position + lengthBytes);
                bytes.writeSkip(lengthBytes);
                document.wrap(bytes.addressForWrite(position), lengthBytes);
                document.putBytes(0, block, 0, lengthBytes);
            }
            newEndPosition = (position + lengthBytes + HEADER_BYTES - 1) & -HEADER_BYTES;
            isComplete = true;
        } finally {
            if (!isComplete) {
                context.rollbackOnClose(); // else close() would commit what is there
            }
            context.close();
        }
        endPosition = newEndPosition;
    }

    /**
     * The file is one mapping, unless the symbols that it begins with are longer than a segment.
     */
    private PagePopulator populator(final Bytes<?> bytes) throws IOException {
        final BytesStore<?, ?> mapping = bytes.bytesStore();
        if (mapping.start() != mappedBegin) {
            if (populator == null) {
                restrictFiles();
            } else {
                populator.close();
            }
            mappedBegin = mapping.start();
            populator =
                    new PagePopulator(
                            appender.currentFile(),
                            mapping.start(),
                            mapping.capacity(), // counted from the file's first byte
                            mapping.addressForRead(mapping.start()),
                            freeSpaceBytes,
                            PagePopulator.bestWay());
        }
        return populator;
    }

    private void restrictFiles() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (final Path file : files) {
                OwnerOnly.restrict(file);
            }
        }
    }

    /** Ends the segment in order: its last document is a footer. */
    void seal() throws IOException {
        try (lock) {
            close();
            lock.release(directory);
        }
    }

    /**
     * Gives the segment up after an append has failed. Of that one nothing stays readable: the file
     * is cut where the last good document ends.
     */
    void abandon() throws IOException {
        try (lock) {
            try {
                close();
            } finally {
                lock.releaseAbandoned(directory);
            }
        }
    }

    private void close() throws IOException {
        try {
            appender.close();
            queue.close();
            if (populator != null) {
                populator.close();
            }
        } finally {
            truncate();
        }
    }

    private void truncate() throws IOException {
        final File file = Segments.dataFile(directory);
        if (file != null) {
            try (RandomAccessFile access = new RandomAccessFile(file, "rw")) {
                access.setLength(endPosition);
            }
        }
    }
}
