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
 * and no more: what their slots would tell is that of the slot which they all stand on. Where recording
 * is off, they stand on the ground, below the first slot: the first handle tells their trace. */
abstract class SpanStack {
    private static final int INITIAL_SLOTS = 16;
    private static final int NOWHERE = Integer.MAX_VALUE;
    private static final int GROUND = -1;

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
     * The slot, unsampled, that those above it stand on, or {@link #GROUND}; {@link #NOWHERE} if
     * they have their own.
     */
    private int silentFrom = NOWHERE;

    private RootDraw rootDraw;

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

    /** As {@link #top()}, where no silence stands on the ground. */
    final Slot topAboveGround() {
        return depth == 0 ? null : slots[Math.min(depth - 1, silentFrom)];
    }

    /** The slot that tells of the span, recorded or not, in a place of the stack. */
    final Slot slotOf(final int index) {
        final int silentFrom = this.silentFrom;
        return silentFrom == GROUND ? ground() : slots[Math.min(index, silentFrom)];
    }

    /** What a slot would tell of the trace that stands on the ground. */
    private Slot ground() {
        final Slot ground = new Slot();
        ground.kind = Slot.DRAWN;
        ground.draw = rootDraw;
        ground.traceHigh = handles[0];
        return ground;
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
        final long handle = nextUnrecorded();
        take(handle);
        return handle;
    }

    /** The handle of a span that is not recorded, for the free slot. */
    final long nextUnrecorded() {
        final long count = unrecordedCount + SpanHandle.UNRECORDED_STEP;
        unrecordedCount = count;
        return SpanHandle.unrecorded(depth, count);
    }

    /** Whether what is opened now is silent, and needs no slot to say so. */
    final boolean isSilent() {
        return depth > silentFrom
                && (depth > 0 || isStillOff())
                && depth < handles.length
                && !irregular;
    }

    /** Of a silence that stands on the ground: ends it if recording has been switched on. */
    abstract boolean isStillOff();

    /** Whether what is silent stands on the ground. */
    final boolean isGroundSilent() {
        return silentFrom == GROUND;
    }

    /** The top slot is unsampled, or there is none: what is opened above it stands on it. */
    final void beginSilence() {
        drawRoot();
        silentFrom = depth - 1;
    }

    /** What draws trace ids. The owning thread's. */
    final RootDraw drawRoot() {
        if (rootDraw == null) {
            rootDraw = newDraw();
            VarHandle.storeStoreFence(); // who sees a silence sees what draws its id
        }
        return rootDraw;
    }

    abstract RootDraw newDraw();

    /** Gives slots of their own to those that have none, since something else comes above them. */
    final void endSilence() {
        if (silentFrom != NOWHERE) {
            final Slot silent = depth == 0 ? null : slotOf(silentFrom);
            for (int i = silentFrom + 1; i < depth; i++) {
                slots[i].standInFor(silent);
            }
            VarHandle.storeStoreFence(); // who sees the next store sees the slots
            silentFrom = NOWHERE;
        }
    }

    /** Whether the span in a place of the stack has a slot of its own. */
    final boolean hasSlot(final int index) {
        return index <= silentFrom;
    }

    /** Frees the top slot, of a span that was not recorded, where the stack is regular. */
    final void popUnrecorded(final int top) {
        handles[top] = SpanHandle.NONE;
        depth = top;
        if (top == silentFrom) {
            silentFrom = NOWHERE;
        }
    }

    /** Frees a slot, and with the top one those below it that were freed before. */
    final void pop(final int index) {
        handles[index] = SpanHandle.NONE;
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
