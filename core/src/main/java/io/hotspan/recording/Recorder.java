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
    private final Thread owner;
    private final RecordWriter writer;
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

    /** As {@link #start(int, int)}, and whatever the name's table and whether it has a number. */
    public long start(final Symbol name) {
        if (isSilent()) {
            return takeUnrecorded();
        }
        final Symbol own = symbols.own(name);
        final int id = own.id();
        return id == Symbol.NO_ID ? startNamed(own) : start(id, Symbol.NO_ID);
    }

    /** As {@link #start(int, int)}; the name is looked up if the span is recorded. */
    public long start(final String name) {
        if (isSilent()) {
            return takeUnrecorded();
        }
        final Symbol symbol = symbols.symbol(name);
        final int id = symbol.id();
        return id == Symbol.NO_ID ? startNamed(symbol) : start(id, Symbol.NO_ID);
    }

    /** A name that has no number is written in full, at once. */
    private long startNamed(final Symbol name) {
        final long handle = start(Symbol.NO_ID, Symbol.NO_ID);
        details.name(handle, name);
        return handle;
    }

    /** Ends a span if the calling thread is the one that this recorder is for; else counts it. */
    public void close(final long handle) {
        if (isMine()) {
            end(handle);
        } else {
            ignoredCall();
        }
    }

    /**
     * Makes a context current, so that spans opened next hang on it.
     *
     * @param span what {@link #currentSpan()} is to give meanwhile; may be null
     * @return handle to end it with
     */
    public long enter(final SpanContext context, final Object span) {
        endSilence();
        final Slot slot = free();
        if (slot == null) {
            return SpanHandle.NONE;
        }
        slot.ordinal = 0;
        VarHandle.storeStoreFence();
        context.describe(slot);
        slot.isScope = true;
        slot.span = span;
        return takeUnrecorded();
    }

    /** Ends what {@link #enter} began, as {@link #close} ends a span. */
    public void exit(final long handle) {
        if (isMine() && holds(handle)) {
            slots[SpanHandle.slot(handle)].span = null; // whose it is may want the memory back
        }
        close(handle);
    }

    /** The span that was given with the context on top; null if a span or nothing is on top. */
    public Object currentSpan() {
        final Slot top = depth > 0 && hasSlot(depth - 1) ? slots[depth - 1] : null;
        return top != null && isScope(top) ? top.span : null;
    }

    /**
     * What a span below a given one would hang on; {@link SpanContext#NONE} if it ended and another
     * one has taken its place. Any thread may ask.
     */
    public SpanContext contextOf(final long handle) {
        final int index = SpanHandle.slot(handle);
        if (handle == SpanHandle.NONE || index >= slots.length || !isIn(index, handle)) {
            return SpanContext.NONE;
        }
        VarHandle.loadLoadFence(); // see endSilence()
        final Slot slot = slotTelling(index, handle);
        final String traceState = holds(handle) ? traceState(index) : "";
        final SpanContext context = SpanContext.of(slot, identity, traceState);
        VarHandle.loadLoadFence();
        return isIn(index, handle) ? context : SpanContext.NONE;
    }

    /** Whether the stack still tells of the span of a handle, open or ended. */
    private boolean isIn(final int index, final long handle) {
        return SpanHandle.isRecorded(handle)
                ? slots[index].ordinal == SpanHandle.ordinal(handle)
                        && slots[index].kind <= Slot.EXPLICIT
                : holds(handle);
    }

    /** Where a recorded span has ended, unsampled ones without slots may have come above it. */
    private Slot slotTelling(final int index, final long handle) {
        return SpanHandle.isRecorded(handle) ? slots[index] : slotOf(index);
    }

    /** What a span opened now would hang on. */
    public SpanContext context() {
        final Slot top = top();
        return top == null ? SpanContext.NONE : SpanContext.of(top, identity, traceState());
    }

    /** Sets an attribute. The key is of this recording's table. */
    public void attribute(final long handle, final Symbol key, final long value) {
        if (key.directId() == Symbol.NO_ID) {
            details.attribute(handle, key, value);
        } else {
            number(handle, key.directId(), value, RecordType.ATTRIBUTE_LONG);
        }
    }

    /** Sets an attribute. The key is of this recording's table. */
    public void attribute(final long handle, final Symbol key, final double value) {
        if (key.directId() == Symbol.NO_ID) {
            details.attribute(handle, key, value);
        } else {
            final long bits = Double.doubleToRawLongBits(value);
            number(handle, key.directId(), bits, RecordType.ATTRIBUTE_DOUBLE);
        }
    }

    /** Sets an attribute. The key is of this recording's table. */
    public void attribute(final long handle, final Symbol key, final boolean value) {
        if (key.directId() == Symbol.NO_ID) {
            details.attribute(handle, key, value);
            return;
        }
        final int lengthBytes = AttributeDescriptor.BOOLEAN_LENGTH;
        final long address = claim(handle, lengthBytes);
        if (address != Ring.INSUFFICIENT_CAPACITY) {
            Memory.putLong(
                    address + AttributeDescriptor.KEY_SYMBOL_OFFSET,
                    (value ? 1L << Integer.SIZE : 0) | key.directId());
            commit(handle, address, RecordType.ATTRIBUTE_BOOLEAN, lengthBytes);
        }
    }

    /** Sets an attribute; null is a value. The key is of this recording's table. */
    public void attribute(final long handle, final Symbol key, final String value) {
        if (value == null || key.directId() == Symbol.NO_ID || !Latin1.isShort(value)) {
            details.attribute(handle, key, value);
            return;
        }
        final int lengthBytes = value.length();
        final int recordBytes = align(AttributeDescriptor.VALUE_OFFSET + lengthBytes);
        final long address = claim(handle, recordBytes);
        if (address != Ring.INSUFFICIENT_CAPACITY) {
            Memory.putLong(address + recordBytes - Long.BYTES, 0); // what pads the text
            Memory.putLong(
                    address + AttributeDescriptor.KEY_SYMBOL_OFFSET,
                    (long) lengthBytes << Integer.SIZE | key.directId());
            Latin1.copy(value, address + AttributeDescriptor.VALUE_OFFSET);
            commit(handle, address, RecordType.ATTRIBUTE_LATIN1, recordBytes);
        }
    }

    /** As {@link #attribute(long, Symbol, long)}, for a thread that may be any. */
    public void attribute(final long handle, final String key, final long value) {
        if (!SpanHandle.isRecorded(handle)) {
            return;
        }
        if (isMine()) {
            attribute(handle, symbols.symbol(key), value);
        } else {
            details.attribute(handle, symbols.symbol(key), value);
        }
    }

    /** As {@link #attribute(long, Symbol, double)}, for a thread that may be any. */
    public void attribute(final long handle, final String key, final double value) {
        if (!SpanHandle.isRecorded(handle)) {
            return;
        }
        if (isMine()) {
            attribute(handle, symbols.symbol(key), value);
        } else {
            details.attribute(handle, symbols.symbol(key), value);
        }
    }

    /** As {@link #attribute(long, Symbol, boolean)}, for a thread that may be any. */
    public void attribute(final long handle, final String key, final boolean value) {
        if (!SpanHandle.isRecorded(handle)) {
            return;
        }
        if (isMine()) {
            attribute(handle, symbols.symbol(key), value);
        } else {
            details.attribute(handle, symbols.symbol(key), value);
        }
    }

    /** As {@link #attribute(long, Symbol, String)}, for a thread that may be any. */
    public void attribute(final long handle, final String key, final String value) {
        if (!SpanHandle.isRecorded(handle)) {
            return;
        }
        if (isMine()) {
            attribute(handle, symbols.symbol(key), value);
        } else {
            details.attribute(handle, symbols.symbol(key), value);
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
        return symbols.symbol(text);
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

    /**
     * Claims room for a record of an open recorded span, or counts it there as dropped. Claims
     * nothing for a stale handle, which is counted, or one that is not recorded.
     */
    private long claim(final long handle, final int lengthBytes) {
        if (!isOpen(handle)) {
            return notOpen(handle);
        }
        final long address = ring.claim(lengthBytes);
        return address == Ring.INSUFFICIENT_CAPACITY ? claimLate(handle, lengthBytes) : address;
    }

    private long notOpen(final long handle) {
        if (SpanHandle.isRecorded(handle)) {
            recording.countIgnoredCall();
        }
        return Ring.INSUFFICIENT_CAPACITY;
    }

    private long claimLate(final long handle, final int lengthBytes) {
        final long address = recording.awaitRoom(ring, lengthBytes, false);
        if (address == Ring.INSUFFICIENT_CAPACITY) {
            countDropped(handle);
            ring.countLostRecord(clock.nanoTime());
        }
        return address;
    }

    private void number(
            final long handle, final int keySymbol, final long bits, final int recordType) {
        final int lengthBytes = AttributeDescriptor.NUMBER_LENGTH;
        final long address = claim(handle, lengthBytes);
        if (address != Ring.INSUFFICIENT_CAPACITY) {
            Memory.putLong(address + AttributeDescriptor.KEY_SYMBOL_OFFSET, keySymbol);
            Memory.putLong(address + AttributeDescriptor.NUMBER_OFFSET, bits);
            commit(handle, address, recordType, lengthBytes);
        }
    }

    private void commit(
            final long handle, final long address, final int recordType, final int lengthBytes) {
        final long ordinal = SpanHandle.ordinal(handle);
        ring.commit(address, header(lengthBytes, recordType, ordinal), lengthBytes);
    }
}
