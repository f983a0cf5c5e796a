package io.hotspan.recording;

import static io.hotspan.record.RecordDescriptor.header;

import io.hotspan.memory.Memory;
import io.hotspan.model.TraceId;
import io.hotspan.record.RecordType;
import io.hotspan.record.SpanEndDescriptor;
import io.hotspan.ring.Ring;
import io.hotspan.ring.RingPool;

/** Ends a thread's spans, in whatever order, and remembers the last trace. */
/* A close() near the end of the stack may find no room for its calls. Its span is then marked, and
 * ended with the next start or end that has room: else it would be current for ever. Spans above one
 * that ends meanwhile did not get as far as the mark; they are ended too. */
abstract class SpanEnder extends SpanStarter {
    private final boolean sharesRing;
    private final LastTrace lastTrace = new LastTrace();

    SpanEnder(final Recording recording, final Ring ring) {
        super(recording, ring);
        sharesRing = identity.ringNumber() == RingPool.SHARED_RING_NUMBER;
    }

    /**
     * Ends the span of a handle; UNSET becomes OK. A stale handle does nothing, and is counted.
     *
     * @return whether the handle named an open span
     */
    public final boolean end(final long handle) {
        return end(handle, RecordType.END);
    }

    /** As {@link #end(long)}, and the span's status is OK whatever was set. */
    public final boolean endOk(final long handle) {
        return end(handle, RecordType.END_OK);
    }

    /**
     * Id of the trace whose root ended last on this thread; null if none did. Any thread may ask.
     */
    public final TraceId lastTraceId() {
        return lastTrace.id(identity);
    }

    /** When that root ended, in ticks of the clock. Any thread may ask. */
    final long lastRootEndTicks() {
        return lastTrace.endTicks();
    }

    private boolean end(final long handle, final int recordType) {
        try {
            return endNow(handle, recordType);
        } catch (final StackOverflowError e) {
            overflowed = true; // no call: there is no stack for one
            irregular = true;
            final int index =
                    (int) (handle < 0 ? handle : handle >>> SpanHandle.SLOT_SHIFT)
                            & SpanHandle.MAX_SLOTS - 1;
            if (index < handles.length && handles[index] == handle) {
                slots[index].endWanted = true;
            }
            return true;
        }
    }

    private boolean endNow(final long handle, final int recordType) {
        final int top = depth - 1;
        if (top < 0 || handles[top] != handle || irregular) {
            return endElsewhere(handle, recordType);
        }
        if (SpanHandle.isRecorded(handle)) {
            endRecorded(top, handle, recordType);
            depth = top;
        } else {
            popUnrecorded(top);
        }
        return true;
    }

    private void endRecorded(final int index, final long handle, final int recordType) {
        final Slot slot = slots[index];
        final long endTicks = commitEnd(slot, index, handle, recordType);
        if (slot.isRootHere()) {
            rememberRoot(slot, endTicks);
        }
    }

    /** The span is not on top of a regular stack, or ended before. */
    private boolean endElsewhere(final long handle, final int recordType) {
        if (!holds(handle)) {
            return staleEnd(handle);
        }
        final int index = SpanHandle.slot(handle);
        endOutOfOrder(index);
        if (SpanHandle.isRecorded(handle)) {
            endRecorded(index, handle, recordType);
        }
        pop(index);
        return true;
    }

    /** Where the stack has overflowed, what is above was to be ended and could not. */
    private void endOutOfOrder(final int index) {
        if (isGroundSilent()) {
            endSilence(); // the first handle tells the trace, and may go now
        }
        for (int i = depth - 1; overflowed && i > index; i--) {
            endLate(i);
        }
        slots[index].endWanted = false;
        if (index < depth - 1) {
            recording.countOutOfOrderEnd();
        }
    }

    private void endLate(final int index) {
        final Slot slot = slots[index];
        final long handle = handles[index];
        slot.endWanted = false;
        if (handle != SpanHandle.NONE) {
            if (SpanHandle.isRecorded(handle)) {
                commitEnd(slot, index, handle, RecordType.END);
            }
            pop(index);
        }
    }

    @Override
    final void settleEnds() {
        settleHoles();
        while (depth > 0 && slots[depth - 1].endWanted) {
            endLate(depth - 1);
        }
        boolean moreToEnd = false; // when those above have ended
        for (int i = 0; i < depth; i++) {
            moreToEnd |= slots[i].endWanted;
        }
        overflowed = moreToEnd;
        settleHoles();
    }

    private long commitEnd(
            final Slot slot, final int index, final long handle, final int recordType) {
        final long endTicks = clock.nanoTime();
        final boolean whole = slot.droppedCount == 0;
        final int lengthBytes =
                whole ? SpanEndDescriptor.LENGTH : SpanEndDescriptor.LENGTH_WITH_DROPPED;
        final long address = ring.claimEnd(lengthBytes);
        Memory.putLong(address + SpanEndDescriptor.END_TICKS_OFFSET, endTicks);
        if (!whole) {
            Memory.putLong(address + SpanEndDescriptor.DROPPED_COUNT_OFFSET, slot.droppedCount);
        }
        handles[index] = SpanHandle.NONE; // before the END: it must not be written twice
        final long ordinal = SpanHandle.ordinal(handle);
        ring.commitEnd(address, header(lengthBytes, recordType, ordinal), lengthBytes);
        return endTicks;
    }

    private void rememberRoot(final Slot slot, final long endTicks) {
        if (slot.kind == Slot.LOCAL) {
            lastTrace.local(slot.ordinal, endTicks);
        } else {
            lastTrace.explicit(slot.traceHigh, slot.traceLow, endTicks);
        }
        if (sharesRing) {
            recording.rootEndedOnSharedRing(this);
        }
    }

    /** A root that is no thread's was ended by this one. */
    final void rememberDetachedRoot(final SpanContext context, final long endTicks) {
        lastTrace.explicit(context.traceHigh(), context.traceLow(), endTicks);
        if (sharesRing) {
            recording.rootEndedOnSharedRing(this);
        }
    }

    private boolean staleEnd(final long handle) {
        if (handle != SpanHandle.NONE) {
            recording.countIgnoredCall();
        }
        return false;
    }
}
