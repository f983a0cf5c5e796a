package io.hotspan.recording;

import static io.hotspan.record.RecordDescriptor.header;

import io.hotspan.memory.Memory;
import io.hotspan.record.RecordType;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.SpanEndDescriptor;
import io.hotspan.record.SpanIds;
import io.hotspan.record.SpanStartDescriptor;
import io.hotspan.ring.Ring;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One span that is no thread's: never current, and ended from any thread, once. It lives in the
 * ring of many writers, where room for its END is kept.
 */
public final class DetachedSpanRecorder extends SpanDetails {
    private final Ring ring; // null: nothing is recorded
    private final long ordinal;
    private final SpanContext context;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger droppedCount = new AtomicInteger();

    private DetachedSpanRecorder(
            final Recording recording,
            final Ring ring,
            final long ordinal,
            final SpanContext context) {
        super(recording);
        this.ring = ring;
        this.ordinal = ordinal;
        this.context = context;
    }

    /**
     * Opens a span.
     *
     * @param parent what it hangs on; {@link SpanContext#NONE}: it begins a trace
     * @return never null; one of a trace that is not recorded, or that found no room, records
     *     nothing, and its context silences what hangs on it (where only this span was lost, what
     *     hangs on it hangs on its parent)
     */
    public static DetachedSpanRecorder start(
            final Recording recording,
            final SpanContext parent,
            final int nameSymbol,
            final int typeSymbol) {
        final boolean root = !parent.isPresent();
        if (root ? !recording.isEnabled() : !parent.sampled()) {
            return unrecorded(recording, silent(parent, ThreadLocalRandom.current().nextLong()));
        }
        final long drawnLow = root ? recording.newSeed() : 0;
        if (root && !recording.samples(drawnLow)) {
            return unrecorded(recording, silent(parent, drawnLow));
        }
        final Ring ring = recording.sharedRing();
        final int lengthBytes = SpanStartDescriptor.EXPLICIT_LENGTH;
        long address = ring.claimStart(lengthBytes);
        if (address == Ring.INSUFFICIENT_CAPACITY) {
            address = recording.awaitRoom(ring, lengthBytes, true);
            if (address == Ring.INSUFFICIENT_CAPACITY) {
                ring.countLostSpan(recording.clock().nanoTime());
                return unrecorded(recording, silent(parent, drawnLow));
            }
        }
        final RingIdentity identity = ring.identity();
        final long ordinal = ring.nextOrdinal();
        final long traceHigh =
                root ? SpanIds.traceHigh(identity.traceHighSeed(), ordinal) : parent.traceHigh();
        final long traceLow = root ? drawnLow : parent.traceLow();
        Memory.putLong(address + SpanStartDescriptor.TRACE_HIGH_OFFSET, traceHigh);
        Memory.putLong(address + SpanStartDescriptor.TRACE_LOW_OFFSET, traceLow);
        Memory.putLong(address + SpanStartDescriptor.PARENT_SPAN_ID_OFFSET, parent.spanId());
        Memory.putLong(
                address + SpanStartDescriptor.NAME_SYMBOL_OFFSET,
                (long) typeSymbol << Integer.SIZE | nameSymbol);
        Memory.putLong(
                address + SpanStartDescriptor.START_TICKS_OFFSET, recording.clock().nanoTime());
        ring.commit(address, header(lengthBytes, RecordType.START_EXPLICIT, ordinal), lengthBytes);
        return new DetachedSpanRecorder(
                recording,
                ring,
                ordinal,
                new SpanContext(
                        traceHigh,
                        traceLow,
                        SpanIds.spanId(identity.spanIdSeed(), ordinal),
                        true,
                        parent.traceState()));
    }

    private static DetachedSpanRecorder unrecorded(
            final Recording recording, final SpanContext context) {
        return new DetachedSpanRecorder(recording, null, 0, context);
    }

    private static SpanContext silent(final SpanContext parent, final long traceLow) {
        return parent.isPresent()
                ? parent
                : SpanContext.unsampled(ThreadLocalRandom.current().nextLong(), traceLow);
    }

    /** What a span below this one needs to know. */
    public SpanContext context() {
        return context;
    }

    /** The handle to give to the methods of this object's base. */
    public long handle() {
        return ring == null
                ? SpanHandle.NONE
                : SpanHandle.recorded(ring.identity().ringNumber(), 0, ordinal);
    }

    /** Whether the span is recorded and has not ended. */
    public boolean isOpen() {
        return ring != null && !ended.get();
    }

    /**
     * Ends the span. Only the first call does; later ones are counted.
     *
     * @param ok the status is OK whatever was set; else UNSET becomes OK
     */
    public void end(final boolean ok) {
        if (ring == null) {
            return;
        }
        if (!ended.compareAndSet(false, true)) {
            recording.countIgnoredCall();
            return;
        }
        final long endTicks = recording.clock().nanoTime();
        final int dropped = droppedCount.get();
        final int lengthBytes =
                dropped == 0 ? SpanEndDescriptor.LENGTH : SpanEndDescriptor.LENGTH_WITH_DROPPED;
        final long address = ring.claimEnd(lengthBytes);
        Memory.putLong(address + SpanEndDescriptor.END_TICKS_OFFSET, endTicks);
        if (dropped != 0) {
            Memory.putLong(address + SpanEndDescriptor.DROPPED_COUNT_OFFSET, dropped);
        }
        ring.commit(
                address,
                header(lengthBytes, ok ? RecordType.END_OK : RecordType.END, ordinal),
                lengthBytes);
    }

    @Override
    RecordWriter about(final long handle) {
        if (ended.get()) {
            recording.countIgnoredCall();
            return null;
        }
        return recording.recorder().writer().about(ring, 0, ordinal);
    }

    @Override
    void dropped(final long handle) {
        droppedCount.incrementAndGet();
    }
}
