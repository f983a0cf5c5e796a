package io.hotspan.ring;

import static io.hotspan.ring.RingDescriptor.*;

import io.hotspan.memory.Memory;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;

/**
 * A ring that one thread writes to. No atomic instruction: the tail is a plain field, published by
 * one release store a record, and the head is looked at only when its cached value leaves no room.
 */
/* Concurrency: everything but the mapped counters belongs to the writing thread. The ring passes to
 * another thread only when the first is dead (Thread.isAlive() false happens after all it did). The
 * release store of the tail is the commit: the reader loads it with acquire and sees every byte below
 * it. Its line is shared with the reader, which therefore polls it with pauses. The last ordinal is
 * stored behind the tail: who reads it, and then the tail, finds its START below that.
 *
 * A claim changes nothing but the padding of a lap's end: if it is never committed, since the stack
 * overflowed in between, the ring is as if it had not been. A commit writes the header first and then
 * its fields, so whatever calls fail, it happened or it did not. */
public final class OneWriterRing extends Ring {
    private long tail;
    private long ordinal;
    private long keptFree;
    private long limit; // tail may grow up to here: cached head + capacity, less what is kept free

    /** Begins where the last writer of the file ended. */
    public OneWriterRing(final RingFile file) {
        super(file);
        tail = Memory.getLongAcquire(base + TAIL_OFFSET);
        ordinal = Memory.getLong(base + LAST_ORDINAL_OFFSET);
        refreshLimit();
    }

    @Override
    public long claimStart(final int lengthBytes) {
        return claim(lengthBytes + END_ROOM_BYTES, lengthBytes);
    }

    @Override
    public long claim(final int lengthBytes) {
        return claim(lengthBytes, lengthBytes);
    }

    @Override
    public long claimEnd(final int lengthBytes) {
        final int index = (int) tail & mask;
        return index + lengthBytes <= capacity ? records + index : padLap(index);
    }

    @Override
    public void commit(final long address, final long header, final int lengthBytes) {
        Memory.putLong(address, header);
        final long newTail = tail + lengthBytes;
        tail = newTail;
        Memory.putLongRelease(base + TAIL_OFFSET, newTail);
    }

    @Override
    public void commitStart(final long address, final long header, final int lengthBytes) {
        Memory.putLong(address, header);
        final long thisOrdinal = ordinal + 1;
        final long newTail = tail + lengthBytes;
        ordinal = thisOrdinal;
        keptFree += END_ROOM_BYTES;
        limit -= END_ROOM_BYTES;
        tail = newTail;
        Memory.putLongRelease(base + TAIL_OFFSET, newTail);
        Memory.putLongRelease(base + LAST_ORDINAL_OFFSET, thisOrdinal);
    }

    @Override
    public void commitEnd(final long address, final long header, final int lengthBytes) {
        Memory.putLong(address, header);
        final long newTail = tail + lengthBytes;
        keptFree -= END_ROOM_BYTES;
        limit += END_ROOM_BYTES;
        tail = newTail;
        Memory.putLongRelease(base + TAIL_OFFSET, newTail);
    }

    @Override
    public long nextOrdinal() {
        return ordinal + 1;
    }

    @Override
    public long lastOrdinal() {
        return ordinal;
    }

    private long claim(final int roomBytes, final int lengthBytes) {
        final int index = (int) tail & mask;
        return tail + roomBytes <= limit && index + lengthBytes <= capacity
                ? records + index
                : claimSlowly(roomBytes, lengthBytes);
    }

    private long claimSlowly(final int roomBytes, final int lengthBytes) {
        checkLength(lengthBytes);
        final int index = (int) tail & mask;
        final int padding = index + lengthBytes > capacity ? capacity - index : 0;
        if (tail + padding + roomBytes > limit) {
            refreshLimit();
            if (tail + padding + roomBytes > limit) {
                return INSUFFICIENT_CAPACITY;
            }
        }
        return padding == 0 ? records + index : padLap(index);
    }

    /** Fills the end of the lap; the next commit publishes the padding together with its record. */
    private long padLap(final int index) {
        final int padding = capacity - index;
        Memory.putLong(records + index, RecordDescriptor.header(padding, RecordType.PADDING, 0));
        tail += padding;
        return records;
    }

    private void refreshLimit() {
        limit =
                isUsedUp(ordinal)
                        ? 0
                        : Memory.getLongAcquire(base + HEAD_OFFSET)
                                + capacity
                                - LAP_SLACK_BYTES
                                - keptFree;
    }
}
