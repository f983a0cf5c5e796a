package io.hotspan.recording;

import java.util.Arrays;

/**
 * A thread's stack of open spans. A span that ends out of order leaves a hole, which goes when the
 * spans above it have ended. A base class and not a part: the hot path so saves a dereference.
 */
abstract class SpanStack {
    private static final int INITIAL_SLOTS = 16;

    Slot[] slots = grown(new Slot[0], INITIAL_SLOTS);
    int depth;
    private long unrecordedCount;

    /** Whether a handle names a span that is open and recorded. Any thread may ask. */
    public final boolean isOpen(final long handle) {
        final Slot[] slots = this.slots;
        final int index = SpanHandle.slot(handle);
        return SpanHandle.isRecorded(handle)
                && index < slots.length
                && slots[index].handle == handle;
    }

    /** Handle of the current span; {@link SpanHandle#NONE} if there is none of this thread's. */
    public final long current() {
        return depth == 0 ? SpanHandle.NONE : slots[depth - 1].handle;
    }

    /** The slot of the current span or context; null if there is none. */
    final Slot top() {
        return depth == 0 ? null : slots[depth - 1];
    }

    /** The tracestate of the context nearest to the top; empty if there is none. */
    final String traceState() {
        for (int i = depth - 1; i >= 0; i--) {
            if (slots[i].kind == Slot.CONTEXT || slots[i].kind == Slot.UNSAMPLED) {
                return slots[i].traceState;
            }
        }
        return "";
    }

    /**
     * The next free slot, which becomes the top; null if there are {@link SpanHandle#MAX_SLOTS}.
     */
    final Slot push() {
        final int depth = this.depth;
        if (depth == slots.length && !growSlots()) {
            return null;
        }
        this.depth = depth + 1;
        return slots[depth];
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

    /** Gives the top slot the handle of a span that is open but not recorded. */
    final long unrecorded(final Slot slot) {
        final long handle = SpanHandle.unrecorded(depth - 1, ++unrecordedCount);
        slot.handle = handle;
        return handle;
    }

    private boolean growSlots() {
        if (slots.length >= SpanHandle.MAX_SLOTS) {
            return false;
        }
        slots = grown(slots, slots.length * 2);
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
