package io.hotspan.recording;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A thread's stack of open spans. A span that ends out of order leaves a hole, which goes when the
 * spans above it have ended. A base class and not a part: the hot path so saves a dereference.
 */
abstract class SpanStack {
    private static final int INITIAL_SLOTS = 16;

    Slot[] slots = grown(new Slot[0], INITIAL_SLOTS);
    int depth;

    /**
     * Begins anywhere: a handle of another thread, or of the one that had the ring before, must not
     * name a span of this one.
     */
    private long unrecordedCount = ThreadLocalRandom.current().nextLong();

    /** Whether a handle names a span that is open and recorded. Any thread may ask. */
    public final boolean isOpen(final long handle) {
        final Slot[] slots = this.slots;
        final int index = SpanHandle.slot(handle);
        return SpanHandle.isRecorded(handle)
                && index < slots.length
                && slots[index].handle == handle;
    }

    /**
     * Handle of the current span; {@link SpanHandle#NONE} if there is none of this thread's, or a
     * context stands above it.
     */
    public final long current() {
        final Slot top = top();
        return top == null || isScope(top) ? SpanHandle.NONE : top.handle;
    }

    /** The slot of the current span or context; null if there is none. */
    final Slot top() {
        return depth == 0 ? null : slots[depth - 1];
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
        for (int i = index; i >= 0; i--) {
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
    final void take(final Slot slot, final long handle) {
        slot.handle = handle;
        depth++;
    }

    /** Frees a slot, and with the top one those below it that were freed before. */
    final void pop(final int index) {
        slots[index].handle = SpanHandle.NONE;
        int depth = this.depth;
        while (depth > 0 && slots[depth - 1].handle == SpanHandle.NONE) {
            depth--;
        }
        this.depth = depth;
    }

    /** Whether a handle, recorded or not, names the span in a slot of this stack. */
    final boolean holds(final long handle) {
        final int index = SpanHandle.slot(handle);
        return handle != SpanHandle.NONE && index < slots.length && slots[index].handle == handle;
    }

    /** Takes the free slot for a span that is open but not recorded. */
    final long takeUnrecorded(final Slot slot) {
        final long handle = SpanHandle.unrecorded(depth, ++unrecordedCount);
        take(slot, handle);
        return handle;
    }

    private boolean growSlots() {
        if (slots.length >= SpanHandle.MAX_SLOTS) {
            return false;
        }
        final Slot[] more = grown(slots, slots.length * 2);
        VarHandle.releaseFence(); // other threads that see the array see its slots
        slots = more;
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
