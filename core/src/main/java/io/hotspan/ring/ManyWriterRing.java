package io.hotspan.ring;

import static io.hotspan.ring.RingDescriptor.*;

import io.hotspan.memory.Memory;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;

/**
 * A ring that any thread may write to: virtual threads, detached spans, and threads for which there
 * is no ring of their own. Lock-free: a claim is one compare-and-set of the tail.
 */
/* Concurrency: memory from head to head + capacity is zero where nothing was claimed, since the reader
 * clears what it has read before it moves the head. A claim first marks its length with the type
 * CLAIMED, so that recovery can step over the claim of a thread that died in it; the commit replaces
 * that header by the real one with a release store. Between the compare-and-set and the mark a death
 * leaves zeros, which recovery steps over word by word.
 *
 * Room for ENDs: the counter of kept-free bytes is raised before the tail is read, and a claim reads it
 * after the tail. Whoever wins the compare-and-set on the tail has therefore seen every span admitted
 * up to that tail; whoever loses reads both again. */
public final class ManyWriterRing extends Ring {
    private static final long SEALED_BYTES = 1L << 48;

    /** The ring in a file of that kind. */
    public ManyWriterRing(final RingFile file) {
        super(file);
    }

    @Override
    public long claimStart(final int lengthBytes) {
        if (isUsedUp(lastOrdinal())) {
            return INSUFFICIENT_CAPACITY;
        }
        StackRoom.check();
        Memory.getAndAddLong(base + KEPT_FREE_OFFSET, END_ROOM_BYTES);
        final long address = claimWithin(lengthBytes);
        if (address == INSUFFICIENT_CAPACITY) {
            Memory.getAndAddLong(base + KEPT_FREE_OFFSET, -END_ROOM_BYTES);
        }
        return address;
    }

    @Override
    public long claim(final int lengthBytes) {
        StackRoom.check();
        return claimWithin(lengthBytes);
    }

    @Override
    public long claimEnd(final int lengthBytes) {
        StackRoom.check();
        long tail;
        int padding;
        do {
            tail = Memory.getLongVolatile(base + TAIL_OFFSET);
            padding = paddingAt(tail, lengthBytes);
        } while (!Memory.compareAndSetLong(base + TAIL_OFFSET, tail, tail + padding + lengthBytes));
        return mark(tail, padding, lengthBytes);
    }

    @Override
    public void commit(final long address, final long header, final int lengthBytes) {
        Memory.putLongRelease(address, header);
    }

    @Override
    public void commitStart(final long address, final long header, final int lengthBytes) {
        commit(address, header, lengthBytes);
    }

    @Override
    public void commitEnd(final long address, final long header, final int lengthBytes) {
        commit(address, header, lengthBytes);
        Memory.getAndAddLong(base + KEPT_FREE_OFFSET, -END_ROOM_BYTES);
    }

    /**
     * Lets nothing in from now on but the ENDs of spans that are open. What was claimed before will
     * be committed, so the ordinal given last is that of the last span of the ring.
     */
    public void seal() {
        Memory.getAndAddLong(base + KEPT_FREE_OFFSET, SEALED_BYTES);
        // A claim that has seen the room as it was before fails at the tail, which moves here.
        final long address = claimEnd(RecordDescriptor.HEADER_LENGTH);
        final long header =
                RecordDescriptor.header(RecordDescriptor.HEADER_LENGTH, RecordType.PADDING, 0);
        commit(address, header, RecordDescriptor.HEADER_LENGTH);
    }

    @Override
    public long nextOrdinal() {
        return Memory.getAndAddLong(base + LAST_ORDINAL_OFFSET, 1) + 1;
    }

    @Override
    public long lastOrdinal() {
        return Memory.getLongAcquire(base + LAST_ORDINAL_OFFSET);
    }

    private long claimWithin(final int lengthBytes) {
        checkLength(lengthBytes);
        long tail;
        int padding;
        do {
            tail = Memory.getLongVolatile(base + TAIL_OFFSET);
            padding = paddingAt(tail, lengthBytes);
            final long keptFree = Memory.getLongVolatile(base + KEPT_FREE_OFFSET);
            final long head = Memory.getLongAcquire(base + HEAD_OFFSET);
            if (tail + padding + lengthBytes > head + capacity - LAP_SLACK_BYTES - keptFree) {
                return INSUFFICIENT_CAPACITY;
            }
        } while (!Memory.compareAndSetLong(base + TAIL_OFFSET, tail, tail + padding + lengthBytes));
        return mark(tail, padding, lengthBytes);
    }

    private int paddingAt(final long tail, final int lengthBytes) {
        final int index = (int) tail & mask;
        return index + lengthBytes > capacity ? capacity - index : 0;
    }

    private long mark(final long tail, final int padding, final int lengthBytes) {
        long address = records + ((int) tail & mask);
        if (padding > 0) {
            Memory.putLongRelease(address, RecordDescriptor.header(padding, RecordType.PADDING, 0));
            address = records;
        }
        Memory.putLongRelease(address, RecordDescriptor.header(lengthBytes, RecordType.CLAIMED, 0));
        Memory.storeStoreFence(); // the body stays behind the mark
        return address;
    }
}
