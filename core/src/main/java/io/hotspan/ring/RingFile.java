package io.hotspan.ring;

import static io.hotspan.ring.RingDescriptor.*;

import io.hotspan.memory.Memory;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RingIdentity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.agrona.BufferUtil;

/**
 * A ring's file, mapped. The mapping lives as long as this object is reachable: a thread that is in
 * the middle of a store can so never lose the ground under it, whatever is closed meanwhile.
 */
public final class RingFile {
    private static final int ZEROS_BYTES = 1 << 16;

    /** Prefix of a file that is not a ring yet: nobody has written a record to it. */
    private static final String UNBORN = "new-";

    private final Path path;
    private final ByteBuffer mapping; // held: unmapped when collected
    private final long address;
    private final int capacityBytes;
    private final RingIdentity identity;

    private RingFile(final Path path, final ByteBuffer mapping) {
        this.path = path;
        this.mapping = mapping;
        this.address = BufferUtil.address(mapping);
        this.capacityBytes = (int) Memory.getLong(address + CAPACITY_OFFSET);
        this.identity =
                new RingIdentity(
                        Memory.getLong(address + SESSION_ID_OFFSET),
                        Memory.getInt(address + RING_NUMBER_OFFSET),
                        Memory.getLong(address + SPAN_ID_SEED_OFFSET),
                        Memory.getLong(address + TRACE_HIGH_SEED_OFFSET),
                        Memory.getLong(address + TRACE_LOW_SEED_OFFSET));
    }

    /**
     * Makes a ring's file and reserves every page of it, so that no later store can find the file
     * system full.
     *
     * @param kind {@link RingDescriptor#KIND_ONE_WRITER} or {@link
     *     RingDescriptor#KIND_MANY_WRITERS}
     * @param capacityBytes a power of two in [{@link RingDescriptor#MIN_CAPACITY_BYTES}, {@link
     *     RingDescriptor#MAX_CAPACITY_BYTES}]
     * @throws IOException if the file exists, or there is no room for it; nothing is left behind
     *     then
     */
    public static RingFile create(
            final Path path,
            final RingIdentity identity,
            final int kind,
            final int capacityBytes,
            final ClockAnchor anchor)
            throws IOException {
        checkCapacity(capacityBytes);
        final boolean interrupted = Thread.interrupted(); // it would close the channel
        try {
            return createUninterrupted(path, identity, kind, capacityBytes, anchor);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RingFile createUninterrupted(
            final Path path,
            final RingIdentity identity,
            final int kind,
            final int capacityBytes,
            final ClockAnchor anchor)
            throws IOException {
        final Path unborn = path.resolveSibling(UNBORN + path.getFileName());
        try (FileChannel channel =
                FileChannel.open(
                        unborn,
                        Set.<OpenOption>of(
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE),
                        OwnerOnly.file(path))) {
            try {
                reserve(channel, RECORDS_OFFSET + (long) capacityBytes);
                final MappedByteBuffer mapping =
                        channel.map(MapMode.READ_WRITE, 0, RECORDS_OFFSET + (long) capacityBytes);
                describe(mapping, identity, kind, capacityBytes, anchor);
                Files.move(unborn, path); // whoever finds a ring after a crash finds a whole one
                return new RingFile(path, mapping);
            } catch (final IOException | RuntimeException e) {
                Files.deleteIfExists(unborn);
                throw e;
            }
        }
    }

    /**
     * A ring in plain memory, which ends with the process. For tests of what threads see of one
     * another: it costs little, and may be small.
     *
     * @param capacityBytes a power of two of at least 512
     */
    public static RingFile inMemory(
            final RingIdentity identity,
            final int kind,
            final int capacityBytes,
            final ClockAnchor anchor) {
        final ByteBuffer memory = ByteBuffer.allocateDirect(RECORDS_OFFSET + capacityBytes);
        describe(memory, identity, kind, capacityBytes, anchor);
        return new RingFile(Path.of("memory"), memory);
    }

    private static void describe(
            final ByteBuffer mapping,
            final RingIdentity identity,
            final int kind,
            final int capacityBytes,
            final ClockAnchor anchor) {
        final long address = BufferUtil.address(mapping);
        Memory.putInt(address + VERSION_OFFSET, VERSION);
        Memory.putInt(address + RING_NUMBER_OFFSET, identity.ringNumber());
        Memory.putInt(address + KIND_OFFSET, kind);
        Memory.putLong(address + CAPACITY_OFFSET, capacityBytes);
        Memory.putLong(address + SESSION_ID_OFFSET, identity.sessionId());
        Memory.putLong(address + SPAN_ID_SEED_OFFSET, identity.spanIdSeed());
        Memory.putLong(address + TRACE_HIGH_SEED_OFFSET, identity.traceHighSeed());
        Memory.putLong(address + TRACE_LOW_SEED_OFFSET, identity.traceLowSeed());
        Memory.putLong(address + ANCHOR_EPOCH_NANOS_OFFSET, anchor.epochNanos());
        Memory.putLong(address + ANCHOR_TICKS_OFFSET, anchor.ticks());
        Memory.storeStoreFence(); // the magic says that the rest is there
        Memory.putInt(address + MAGIC_OFFSET, MAGIC);
    }

    /**
     * Maps the ring that a dead process left.
     *
     * @throws RingFormatException if it is not a ring, of a newer version, or cut short
     */
    public static RingFile open(final Path path) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS)) {
            final long sizeBytes = channel.size();
            if (sizeBytes < RECORDS_OFFSET + (long) MIN_CAPACITY_BYTES
                    || sizeBytes > RECORDS_OFFSET + (long) MAX_CAPACITY_BYTES) {
                throw new RingFormatException(path, "its length is " + sizeBytes + " bytes");
            }
            final MappedByteBuffer mapping = channel.map(MapMode.READ_WRITE, 0, sizeBytes);
            final long address = BufferUtil.address(mapping);
            if (Memory.getInt(address + MAGIC_OFFSET) != MAGIC) {
                throw new RingFormatException(path, "it does not begin with HRNG");
            }
            final int version = Memory.getInt(address + VERSION_OFFSET);
            if (version != VERSION) {
                throw new RingFormatException(
                        path, "its format version is " + version + ", known is " + VERSION);
            }
            if (Memory.getLong(address + CAPACITY_OFFSET) != sizeBytes - RECORDS_OFFSET
                    || Long.bitCount(sizeBytes - RECORDS_OFFSET) != 1) {
                throw new RingFormatException(path, "its capacity is not its length");
            }
            checkPositions(path, address, sizeBytes - RECORDS_OFFSET);
            return new RingFile(path, mapping);
        }
    }

    /** The file; null for a ring in memory alone. */
    public Path path() {
        return path;
    }

    /** Which ring it is, with its seeds. */
    public RingIdentity identity() {
        return identity;
    }

    /** Bytes of records that fit, a power of two. */
    public int capacityBytes() {
        return capacityBytes;
    }

    /** As in {@link RingDescriptor}: one writer or many. */
    public int kind() {
        return Memory.getInt(address + KIND_OFFSET);
    }

    /** The tie of the writer's clock to the epoch, as it was when last stored. */
    public ClockAnchor anchor() {
        return new ClockAnchor(
                Memory.getLong(address + ANCHOR_EPOCH_NANOS_OFFSET),
                Memory.getLong(address + ANCHOR_TICKS_OFFSET));
    }

    long address() {
        return address;
    }

    long recordsAddress() {
        return address + RECORDS_OFFSET;
    }

    /** The records as a buffer, for the reader. */
    ByteBuffer recordsBuffer() {
        return mapping.slice(RECORDS_OFFSET, capacityBytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void reserve(final FileChannel channel, final long lengthBytes)
            throws IOException {
        final ByteBuffer zeros = ByteBuffer.allocate(ZEROS_BYTES);
        for (long written = 0; written < lengthBytes; ) {
            zeros.clear().limit((int) Math.min(ZEROS_BYTES, lengthBytes - written));
            written += channel.write(zeros);
        }
    }

    /** Memory behind the positions of a ring that is not damaged can be read without a look. */
    private static void checkPositions(
            final Path path, final long address, final long capacityBytes)
            throws RingFormatException {
        final long head = Memory.getLong(address + HEAD_OFFSET);
        final long tail = Memory.getLong(address + TAIL_OFFSET);
        if (head < 0
                || tail < head
                || tail - head > capacityBytes
                || ((head | tail) & RecordDescriptor.WORD_BYTES - 1) != 0) {
            throw new RingFormatException(
                    path, "its positions are impossible: head=" + head + ", tail=" + tail);
        }
        final int kind = Memory.getInt(address + KIND_OFFSET);
        if (kind != KIND_ONE_WRITER && kind != KIND_MANY_WRITERS) {
            throw new RingFormatException(path, "its kind is " + kind + ", known are 1 and 2");
        }
    }

    private static void checkCapacity(final int capacityBytes) {
        if (Integer.bitCount(capacityBytes) != 1
                || capacityBytes < MIN_CAPACITY_BYTES
                || capacityBytes > MAX_CAPACITY_BYTES) {
            throw new IllegalArgumentException(
                    "ring capacity must be a power of two: capacityBytes="
                            + capacityBytes
                            + ", min="
                            + MIN_CAPACITY_BYTES
                            + ", max="
                            + MAX_CAPACITY_BYTES);
        }
    }
}
