package io.hotspan.recording;

import static io.hotspan.record.RecordDescriptor.align;
import static io.hotspan.record.RecordDescriptor.header;

import io.hotspan.memory.Memory;
import io.hotspan.record.AttributeDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.ring.Ring;
import io.hotspan.symbol.Symbol;
import java.lang.invoke.VarHandle;

/**
 * One thread's recording: its stack of open spans, and the ring it writes to. All methods but those
 * that say so are for the owning thread alone; none throws, none allocates once the stack has its
 * depth.
 */
/* Why it is written as it is: System.nanoTime() reads the time behind a fence, so work between two
 * clock reads is paid in its full latency. The chains are kept short: one slot, one claim, four stores. */
public final class Recorder extends SpanEnder {
    private static final int NOT_SHORT = Latin1.NOT_SHORT;

    private final Thread owner;
    private final RecordWriter writer;
    private final Latin1 latin1 = new Latin1();
    private final SpanDetails details;

    Recorder(final Thread owner, final Recording recording, final Ring ring) {
        super(recording, ring);
        this.owner = owner;
        writer = new RecordWriter(recording);
        details = new SpanDetails.OfThread(this);
    }

    /** Whether the calling thread is the one that this recorder is for. Any thread may ask. */
    public boolean isMine() {
        return owner == Thread.currentThread();
    }

    boolean isOwnerAlive() {
        return owner.isAlive();
    }

    boolean isOf(final Thread thread) {
        return owner == thread;
    }

    /**
     * Makes a context current, so that spans opened next hang on it.
     *
     * @param span what {@link #currentSpan()} is to give meanwhile; may be null
     * @return handle to end it with
     */
    public long enter(final SpanContext context, final Object span) {
        final Slot slot = free();
        if (slot == null) {
            return SpanHandle.NONE;
        }
        slot.ordinal = 0;
        VarHandle.storeStoreFence();
        context.describe(slot);
        slot.isScope = true;
        slot.span = span;
        return takeUnrecorded(slot);
    }

    /** The span that was given with the context on top; null if a span or nothing is on top. */
    public Object currentSpan() {
        final Slot top = top();
        return top != null && isScope(top) ? top.span : null;
    }

    /**
     * What a span below a given one would hang on; {@link SpanContext#NONE} if it ended and another
     * one has taken its place. Any thread may ask.
     */
    public SpanContext contextOf(final long handle) {
        final Slot[] slots = this.slots;
        final int index = SpanHandle.slot(handle);
        if (handle == SpanHandle.NONE || index >= slots.length || !isIn(slots[index], handle)) {
            return SpanContext.NONE;
        }
        final Slot slot = slots[index];
        final String traceState = slot.handle == handle ? traceState(index) : "";
        final SpanContext context = SpanContext.of(slot, identity, traceState);
        VarHandle.loadLoadFence();
        return isIn(slot, handle) ? context : SpanContext.NONE;
    }

    /** Whether a slot still tells of the span of a handle, open or ended. */
    private static boolean isIn(final Slot slot, final long handle) {
        return SpanHandle.isRecorded(handle)
                ? slot.ordinal == SpanHandle.ordinal(handle) && slot.kind <= Slot.EXPLICIT
                : slot.handle == handle;
    }

    /** What a span opened now would hang on. */
    public SpanContext context() {
        final Slot top = top();
        return top == null ? SpanContext.NONE : SpanContext.of(top, identity, traceState());
    }

    /** Sets an attribute. The key is of this recording's table. */
    public void attribute(final long handle, final Symbol key, final long value) {
        if (key.id() == Symbol.NO_ID) {
            details.attribute(handle, key, value);
        } else {
            number(handle, key.id(), value, RecordType.ATTRIBUTE_LONG);
        }
    }

    /** Sets an attribute. The key is of this recording's table. */
    public void attribute(final long handle, final Symbol key, final double value) {
        if (key.id() == Symbol.NO_ID) {
            details.attribute(handle, key, value);
        } else {
            final long bits = Double.doubleToRawLongBits(value);
            number(handle, key.id(), bits, RecordType.ATTRIBUTE_DOUBLE);
        }
    }

    /** Sets an attribute. The key is of this recording's table. */
    public void attribute(final long handle, final Symbol key, final boolean value) {
        if (key.id() == Symbol.NO_ID) {
            details.attribute(handle, key, value);
            return;
        }
        final Slot slot = recordedSlot(handle);
        final long address = slot == null ? 0 : claim(slot, AttributeDescriptor.BOOLEAN_LENGTH);
        if (address != Ring.INSUFFICIENT_CAPACITY) {
            Memory.putLong(
                    address + AttributeDescriptor.KEY_SYMBOL_OFFSET,
                    (value ? 1L << Integer.SIZE : 0) | key.id());
            commit(slot, address, RecordType.ATTRIBUTE_BOOLEAN, AttributeDescriptor.BOOLEAN_LENGTH);
        }
    }

    /** Sets an attribute; null is a value. The key is of this recording's table. */
    public void attribute(final long handle, final Symbol key, final String value) {
        if (!SpanHandle.isRecorded(handle)) {
            return;
        }
        final int lengthBytes =
                value == null || key.id() == Symbol.NO_ID ? NOT_SHORT : latin1.copy(value);
        if (lengthBytes == NOT_SHORT) {
            details.attribute(handle, key, value);
            return;
        }
        final Slot slot = recordedSlot(handle);
        final int recordBytes = align(AttributeDescriptor.VALUE_OFFSET + lengthBytes);
        final long address = slot == null ? 0 : claim(slot, recordBytes);
        if (address != Ring.INSUFFICIENT_CAPACITY) {
            Memory.putLong(
                    address + AttributeDescriptor.KEY_SYMBOL_OFFSET,
                    (long) lengthBytes << Integer.SIZE | key.id());
            Memory.copy(latin1.bytes(), 0, address + AttributeDescriptor.VALUE_OFFSET, lengthBytes);
            commit(slot, address, RecordType.ATTRIBUTE_LATIN1, recordBytes);
        }
    }

    /** Counts a call that came too late, or on the wrong thread. Any thread may call it. */
    public void ignoredCall() {
        recording.countIgnoredCall();
    }

    /** Counts a call whose recording failed. Any thread may call it. */
    public void failed(final Throwable failure) {
        recording.countFailure(failure);
    }

    /** The symbol of a text. Any thread may ask. */
    public Symbol symbol(final String text) {
        return recording.symbols().symbol(text);
    }

    /** The recording that this is a part of. */
    public Recording recording() {
        return recording;
    }

    /** Records what needs more than a few stores. Any thread may use it. */
    public SpanDetails details() {
        return details;
    }

    RecordWriter writer() {
        return writer;
    }

    void countDropped(final long handle) {
        if (holds(handle)) { // its value's own code may have ended it
            slots[SpanHandle.slot(handle)].droppedCount++;
        }
    }

    Ring ring() {
        return ring;
    }

    /** The slot of an open recorded span, or null; a stale handle is counted. */
    Slot recordedSlot(final long handle) {
        if (isOpen(handle)) {
            return slots[SpanHandle.slot(handle)];
        }
        if (SpanHandle.isRecorded(handle)) {
            recording.countIgnoredCall();
        }
        return null;
    }

    /** Claims room for a record of a slot's span, or counts it there as dropped. */
    long claim(final Slot slot, final int lengthBytes) {
        final long address = ring.claim(lengthBytes);
        return address == Ring.INSUFFICIENT_CAPACITY ? claimLate(slot, lengthBytes) : address;
    }

    private long claimLate(final Slot slot, final int lengthBytes) {
        final long address = waits ? recording.awaitRoom(ring, lengthBytes, false) : 0;
        if (address == Ring.INSUFFICIENT_CAPACITY) {
            slot.droppedCount++;
            ring.countLostRecord(clock.nanoTime());
        }
        return address;
    }

    private void number(
            final long handle, final int keySymbol, final long bits, final int recordType) {
        final Slot slot = recordedSlot(handle);
        final long address = slot == null ? 0 : claim(slot, AttributeDescriptor.NUMBER_LENGTH);
        if (address != Ring.INSUFFICIENT_CAPACITY) {
            Memory.putLong(address + AttributeDescriptor.KEY_SYMBOL_OFFSET, keySymbol);
            Memory.putLong(address + AttributeDescriptor.NUMBER_OFFSET, bits);
            commit(slot, address, recordType, AttributeDescriptor.NUMBER_LENGTH);
        }
    }

    private void commit(
            final Slot slot, final long address, final int recordType, final int lengthBytes) {
        ring.commit(address, header(lengthBytes, recordType, slot.ordinal), lengthBytes);
    }
}
