package io.hotspan.ring;

import static io.hotspan.ring.RingDescriptor.*;

import io.hotspan.memory.Memory;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.SpanEndDescriptor;

/**
 * The producers' side of a ring. A record is claimed, filled at the address that the claim gave,
 * and committed; the reader sees it whole or not at all.
 *
 * <p>A span is admitted only with room for its END: {@link #claimStart} keeps {@link
 * #END_ROOM_BYTES} free, and {@link #claimEnd} uses them, so it cannot fail. Other records take
 * what is left.
 *
 * <p>Source: claim, commit and the shape of the counters follow Agrona's ring buffers; the room
 * kept for ENDs is ours.
 *
 * <p>A ring numbers 2^40 spans; it then takes no more of them, and counts them as lost.
 */
public abstract class Ring {
    /** What a claim returns when there is no room. */
    public static final long INSUFFICIENT_CAPACITY = 0;

    /** What is kept free for the END of each open span. */
    public static final int END_ROOM_BYTES = SpanEndDescriptor.LENGTH_WITH_DROPPED;

    /**
     * Never lent: ENDs may meet the end of a lap once, and then need padding shorter than
     * themselves; and a ring that is sealed takes one word.
     */
    static final int LAP_SLACK_BYTES = 64;

    final long base;
    final long records;
    final int capacity;
    final int mask;

    private final RingFile file; // holds the mapping
    private final int maxRecordBytes;

    Ring(final RingFile file) {
        this.file = file;
        base = file.address();
        records = file.recordsAddress();
        capacity = file.capacityBytes();
        mask = capacity - 1;
        maxRecordBytes = RingDescriptor.maxRecordBytes(capacity);
    }

    /**
     * Claims room for a record that opens a span, if there is also room for its END. Followed by
     * {@link #nextOrdinal} and {@link #commitStart}.
     *
     * @param lengthBytes a multiple of 8
     * @return address to write to, or {@link #INSUFFICIENT_CAPACITY}
     */
    public abstract long claimStart(int lengthBytes);

    /**
     * Claims room for any other record.
     *
     * @param lengthBytes a multiple of 8, no more than {@link #maxRecordBytes()}
     * @return address to write to, or {@link #INSUFFICIENT_CAPACITY}
     */
    public abstract long claim(int lengthBytes);

    /**
     * Claims room that was kept for an END. Never fails; called once for each {@link #commitStart}
     * at the most, and followed by {@link #commitEnd}.
     *
     * @param lengthBytes a multiple of 8, no more than {@link #END_ROOM_BYTES}
     */
    public abstract long claimEnd(int lengthBytes);

    /** Publishes a filled claim of that length. The record's header is written here, not before. */
    public abstract void commit(long address, long header, int lengthBytes);

    /** As {@link #commit}, for a claim of {@link #claimStart}. */
    public abstract void commitStart(long address, long header, int lengthBytes);

    /** As {@link #commit}, for a claim of {@link #claimEnd}. */
    public abstract void commitEnd(long address, long header, int lengthBytes);

    /** The ordinal of the span that {@link #commitStart} will open. */
    public abstract long nextOrdinal();

    /** The ordinal given last; 0 before the first. */
    public abstract long lastOrdinal();

    /** Longest record that {@link #claim} takes. */
    public final int maxRecordBytes() {
        return maxRecordBytes;
    }

    /** Which ring it is, with its seeds. */
    public final RingIdentity identity() {
        return file.identity();
    }

    /** Counts a span that found no room. */
    public final void countLostSpan(final long nowTicks) {
        Memory.getAndAddLong(base + LOST_SPANS_OFFSET, 1);
        markLoss(nowTicks);
    }

    /** Counts a record of an admitted span that found no room. */
    public final void countLostRecord(final long nowTicks) {
        Memory.getAndAddLong(base + LOST_RECORDS_OFFSET, 1);
        markLoss(nowTicks);
    }

    /** Adds to the time that producers waited for room. */
    public final void countWaited(final long nanos) {
        Memory.getAndAddLong(base + WAITED_NANOS_OFFSET, nanos);
    }

    /**
     * Whether ordinals have come near the most that a header can tell; what is there by then fits.
     */
    final boolean isUsedUp(final long lastOrdinal) {
        return lastOrdinal > RecordDescriptor.MAX_ORDINAL - capacity;
    }

    private void markLoss(final long nowTicks) {
        Memory.compareAndSetLong(base + FIRST_LOSS_OFFSET, 0, nowTicks);
        Memory.putLongRelease(base + LAST_LOSS_OFFSET, nowTicks);
    }

    final void checkLength(final int lengthBytes) {
        if (lengthBytes < RecordDescriptor.HEADER_LENGTH
                || lengthBytes > maxRecordBytes
                || (lengthBytes & RecordDescriptor.WORD_BYTES - 1) != 0) {
            throw new IllegalArgumentException(
                    "record length must be a multiple of 8: lengthBytes="
                            + lengthBytes
                            + ", min="
                            + RecordDescriptor.HEADER_LENGTH
                            + ", max="
                            + maxRecordBytes);
        }
    }
}
