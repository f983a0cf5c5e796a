package io.hotspan.recording;

import static io.hotspan.record.RecordDescriptor.header;

import io.hotspan.memory.Memory;
import io.hotspan.record.RecordType;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.SpanEndDescriptor;
import io.hotspan.record.SpanIds;
import io.hotspan.record.SpanStartDescriptor;
import io.hotspan.ring.Ring;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One span that is no thread's: never current, and ended from any thread, once. It lives in the
 * ring of many writers, where room for its END is kept.
 */
/* No record of a span comes behind its END. The state counts the calls that are under way; an end beside
 * them is written by the one of them that is over last. */
public final class DetachedSpanRecorder extends SpanDetails {
    private static final int ENDED = 1 << 31;

    private final Ring ring;
    private final long ordinal; // 0: not recorded
    private final boolean isEntry;
    private final SpanContext context;
    private final AtomicInteger state = new AtomicInteger();
    private final AtomicInteger droppedCount = new AtomicInteger();
    private long endTicks; // this and the next: written before ENDED is set, read after
    private int endType;

    private DetachedSpanRecorder(
            final Recording recording,
            final long ordinal,
            final boolean isEntry,
            final SpanContext context) {
        super(recording);
        ring = recording.sharedRing();
        this.ordinal = ordinal;
        this.isEntry = isEntry;
        this.context = context;
    }

    /**
     * Opens a span. One that is not recorded is silent, and so is what hangs on it.
     *
     * @param parent what it hangs on; {@link SpanContext#NONE}: it begins a trace
     */
    public static DetachedSpanRecorder start(
            final Recording recording,
            final SpanContext parent,
            final int nameSymbol,
            final int typeSymbol) {
        final Ring ring = recording.sharedRing();
        if (!parent.isPresent()) {
            final RootDraw draw = recording.recorder().drawRoot();
            final long count = draw.next();
            final long traceHigh = draw.traceHigh(count);
            final long traceLow = draw.traceLow(count);
            if (!recording.isEnabled() || !recording.rootSwitch().samples(traceLow)) {
                return silent(recording, SpanContext.unrecorded(traceHigh, traceLow, false));
            }
            final DetachedSpanRecorder root =
                    start(recording, parent, traceHigh, traceLow, nameSymbol, typeSymbol);
            return root != null
                    ? root
                    : silent(recording, SpanContext.unrecorded(traceHigh, traceLow, true));
        }
        if (parent.lost()) {
            ring.countLostSpan(recording.clock().nanoTime());
        }
        final DetachedSpanRecorder child =
                parent.sampled()
                        ? start(
                                recording,
                                parent,
                                parent.traceHigh(),
                                parent.traceLow(),
                                nameSymbol,
                                typeSymbol)
                        : null;
        return child != null ? child : silent(recording, parent);
    }

    private static DetachedSpanRecorder silent(
            final Recording recording, final SpanContext context) {
        return new DetachedSpanRecorder(recording, 0, false, context);
    }

    /** Null if there was no room. */
    private static DetachedSpanRecorder start(
            final Recording recording,
            final SpanContext parent,
            final long traceHigh,
            final long traceLow,
            final int nameSymbol,
            final int typeSymbol) {
        final Ring ring = recording.sharedRing();
        final int lengthBytes = SpanStartDescriptor.EXPLICIT_LENGTH;
        long address = ring.claimStart(lengthBytes);
        if (address == Ring.INSUFFICIENT_CAPACITY) {
            address = recording.awaitRoom(ring, lengthBytes, true);
            if (address == Ring.INSUFFICIENT_CAPACITY) {
                ring.countLostSpan(recording.clock().nanoTime());
                return null;
            }
        }
        final RingIdentity identity = ring.identity();
        final long ordinal = ring.nextOrdinal();
        Memory.putLong(address + SpanStartDescriptor.TRACE_HIGH_OFFSET, traceHigh);
        Memory.putLong(address + SpanStartDescriptor.TRACE_LOW_OFFSET, traceLow);
        Memory.putLong(address + SpanStartDescriptor.PARENT_SPAN_ID_OFFSET, parent.spanId());
        Memory.putLong(
                address + SpanStartDescriptor.NAME_SYMBOL_OFFSET,
                (long) typeSymbol << Integer.SIZE | nameSymbol);
        Memory.putLong(
                address + SpanStartDescriptor.START_TICKS_OFFSET, recording.clock().nanoTime());
        ring.commitStart(
                address, header(lengthBytes, RecordType.START_EXPLICIT, ordinal), lengthBytes);
        return new DetachedSpanRecorder(
                recording,
                ordinal,
                !parent.isPresent(),
                new SpanContext(
                        traceHigh,
                        traceLow,
                        SpanIds.spanId(identity.spanIdSeed(), ordinal),
                        true,
                        false,
                        parent.traceState()));
    }

    /** What a span below this one needs to know. */
    public SpanContext context() {
        return context;
    }

    /** The handle to give to the methods of this object's base. */
    public long handle() {
        return ordinal == 0
                ? SpanHandle.NONE
                : SpanHandle.recorded(ring.identity().ringNumber(), 0, ordinal);
    }

    /** Whether the span is recorded, and has not ended. */
    public boolean isOpen() {
        return ordinal != 0 && state.get() >= 0;
    }

    /**
     * Ends the span. Only the first call does; later ones are counted.
     *
     * @param ok the status is OK whatever was set; else UNSET becomes OK
     */
    public void end(final boolean ok) {
        if (ordinal == 0) {
            return;
        }
        if (!enter()) {
            recording.countIgnoredCall();
            return;
        }
        endAtLeave(ok);
        leave();
    }

    /** Several may get here at once; the first one's end holds. */
    private synchronized void endAtLeave(final boolean ok) {
        if (state.get() < 0) {
            recording.countIgnoredCall();
            return;
        }
        endTicks = recording.clock().nanoTime();
        endType = ok ? RecordType.END_OK : RecordType.END;
        state.getAndUpdate(calls -> calls | ENDED);
    }

    /** Begins a call; false if the span has ended. */
    private boolean enter() {
        int calls;
        do {
            calls = state.get();
            if (calls < 0) {
                return false;
            }
        } while (!state.compareAndSet(calls, calls + 1));
        return true;
    }

    /** Ends a call; the last one of a span that was ended meanwhile writes its END. */
    private void leave() {
        if (state.decrementAndGet() == ENDED) {
            writeEnd();
        }
    }

    private void writeEnd() {
        final int dropped = droppedCount.get();
        final int lengthBytes =
                dropped == 0 ? SpanEndDescriptor.LENGTH : SpanEndDescriptor.LENGTH_WITH_DROPPED;
        final long address = ring.claimEnd(lengthBytes);
        Memory.putLong(address + SpanEndDescriptor.END_TICKS_OFFSET, endTicks);
        if (dropped != 0) {
            Memory.putLong(address + SpanEndDescriptor.DROPPED_COUNT_OFFSET, dropped);
        }
        ring.commitEnd(address, header(lengthBytes, endType, ordinal), lengthBytes);
        if (isEntry) {
            recording.recorder().rememberDetachedRoot(context, endTicks);
        }
    }

    @Override
    RecordWriter about(final long handle) {
        if (!enter()) {
            recording.countIgnoredCall();
            return null;
        }
        return recording.recorder().writer().about(this, handle, ring, 0, ordinal);
    }

    /** Its END comes behind the call, wherever it was ended. */
    @Override
    boolean isStillOpen(final long handle) {
        return true;
    }

    @Override
    void settle(final long handle, final boolean written) {
        if (!written) {
            droppedCount.incrementAndGet();
        }
        leave();
    }

    @Override
    void countCut(final long handle) {
        droppedCount.incrementAndGet();
    }
}
