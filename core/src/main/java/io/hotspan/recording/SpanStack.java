package io.hotspan.recording;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A thread's stack of open spans: the handle of each, and a slot that tells what spans opened above
 * it need to know. A span that ends out of order leaves a hole, which goes when the spans above it
 * have ended. A base class and not a part: the hot path so saves a dereference.
 */
/* Below an unsampled span there may be many that are opened and closed for nothing. They have a handle
 * and no more: what their slots would tell is that of the slot which they all stand on. */
abstract class SpanStack {
    private static final int INITIAL_SLOTS = 16;
    private static final int NOWHERE = Integer.MAX_VALUE;

    /**
     * Handle of the span in each slot; {@link SpanHandle#NONE} if the slot is free, or its span
     * ended before one above it. The owning thread alone writes; others read, a benign race: they
     * may see it late.
     */
    long[] handles = new long[INITIAL_SLOTS];

    Slot[] slots = grown(new Slot[0], INITIAL_SLOTS);
    int depth;

    /** The stack overflowed in a start or an end: what that left is to be put in order. */
    boolean overflowed;

    /** Whether there are holes, or {@link #overflowed}; the hot path looks at this alone. */
    boolean irregular;

    private int holes;

    /**
     * The slot, unsampled, that those above it stand on; {@link #NOWHERE} if they have their own.
     */
    private int silentFrom = NOWHERE;

    /**
     * Begins anywhere: a handle of another thread, or of the one that had the ring before, must not
     * name a span of this one.
     */
    private long unrecordedCount =
            ThreadLocalRandom.current().nextLong() & -SpanHandle.UNRECORDED_STEP;

    /** Whether a handle names a span that is open and recorded. Any thread may ask. */
    public final boolean isOpen(final long handle) {
        final long[] handles = this.handles;
        final int index = SpanHandle.recordedSlot(handle);
        return SpanHandle.isRecorded(handle) && index < handles.length && handles[index] == handle;
    }

    /**
     * Handle of the current span; {@link SpanHandle#NONE} if there is none of this thread's, or a
     * context stands above it.
     */
    public final long current() {
        return depth == 0 || depth - 1 <= silentFrom && isScope(slots[depth - 1])
                ? SpanHandle.NONE
                : handles[depth - 1];
    }

    /** The slot that tells of the current span or context; null if there is none. */
    final Slot top() {
        return depth == 0 ? null : slotOf(depth - 1);
    }

    /** The slot that tells of the span, recorded or not, in a place of the stack. */
    final Slot slotOf(final int index) {
        return slots[Math.min(index, silentFrom)];
    }

    static boolean isScope(final Slot slot) {
        return slot.kind > Slot.EXPLICIT && slot.isScope;
    }

    /** The tracestate of what is current; empty if there is none. */
    final String traceState() {
        return traceState(depth - 1);
    }

    /** The tracestate of the trace of a slot. */
    final String traceState(final int index) {
        for (int i = Math.min(index, silentFrom); i >= 0; i--) {
            final Slot slot = slots[i];
            if (slot.kind == Slot.LOCAL) {
                if (slot.isRootHere()) {
                    return "";
                }
            } else if (slot.traceState != null) {
                return slot.traceState;
            }
        }
        return "";
    }

    /** The next free slot, not yet taken; null if there are {@link SpanHandle#MAX_SLOTS}. */
    final Slot free() {
        return depth < slots.length || growSlots() ? slots[depth] : null;
    }

    /** Makes the free slot the top one. No call in it can fail: the slot is taken or is not. */
    final void take(final long handle) {
        handles[depth] = handle;
        depth++;
    }

    /** Takes the free slot for a span that is open but not recorded. */
    final long takeUnrecorded() {
        final long count = unrecordedCount + SpanHandle.UNRECORDED_STEP;
        unrecordedCount = count;
        final long handle = SpanHandle.unrecorded(depth, count);
        take(handle);
        return handle;
    }

    /** Whether what is opened now is silent, and needs no slot to say so. */
    final boolean isSilent() {
        return depth > silentFrom && depth < handles.length && !irregular;
    }

    /** The top slot is unsampled: what is opened above it stands on it. */
    final void beginSilence() {
        silentFrom = depth - 1;
    }

    /** Gives slots of their own to those that have none, since something else comes above them. */
    final void endSilence() {
        if (silentFrom != NOWHERE) {
            for (int i = silentFrom + 1; i < depth; i++) {
                slots[i].standInFor(slots[silentFrom]);
            }
            VarHandle.storeStoreFence(); // who sees the next store sees the slots
            silentFrom = NOWHERE;
        }
    }

    /** Whether the span in a place of the stack has a slot of its own. */
    final boolean hasSlot(final int index) {
        return index <= silentFrom;
    }

    /** Frees a slot, and with the top one those below it that were freed before. */
    final void pop(final int index) {
        handles[index] = SpanHandle.NONE;
        if (index == depth - 1 && !irregular) {
            depth = index;
        } else {
            popHoles(index);
        }
    }

    /** As {@link #pop}, of a span that was not recorded. */
    final void popUnrecorded(final int index) {
        pop(index);
        if (depth == silentFrom) {
            silentFrom = NOWHERE;
        }
    }

    private void popHoles(final int index) {
        if (index != depth - 1) {
            holes++;
        } else {
            depth = index;
        }
        settleHoles();
    }

    /** Takes the holes off the top. */
    final void settleHoles() {
        if (overflowed) {
            countHoles();
        }
        while (depth > 0 && handles[depth - 1] == SpanHandle.NONE) {
            depth--;
            holes--;
        }
        if (depth <= silentFrom) {
            silentFrom = NOWHERE;
        }
        irregular = overflowed || holes > 0;
    }

    /** An end that did not come to its end has left holes that nobody counted. */
    private void countHoles() {
        holes = 0;
        for (int i = 0; i < depth; i++) {
            holes += handles[i] == SpanHandle.NONE ? 1 : 0;
        }
    }

    /** Whether a handle, recorded or not, names the span in a slot of this stack. */
    final boolean holds(final long handle) {
        final long[] handles = this.handles;
        final int index = SpanHandle.slot(handle);
        return handle != SpanHandle.NONE && index < handles.length && handles[index] == handle;
    }

    private boolean growSlots() {
        if (slots.length >= SpanHandle.MAX_SLOTS) {
            return false;
        }
        final Slot[] more = grown(slots, slots.length * 2);
        final long[] moreHandles = Arrays.copyOf(handles, more.length);
        VarHandle.releaseFence(); // other threads that see the arrays see what is in them
        slots = more;
        handles = moreHandles;
        return true;
    }

    private static Slot[] grown(final Slot[] slots, final int length) {
        final Slot[] more = Arrays.copyOf(slots, length);
        for (int i = slots.length; i < length; i++) {
            more[i] = new Slot();
        }
        return more;
    }
}
