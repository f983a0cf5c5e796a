package io.hotspan.recording;

import static io.hotspan.record.RecordDescriptor.header;

import io.hotspan.memory.Memory;
import io.hotspan.record.RecordType;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.SpanIds;
import io.hotspan.record.SpanStartDescriptor;
import io.hotspan.ring.Ring;
import io.hotspan.time.NanoClock;

/**
 * Opens a thread's spans: decides what each hangs on, and writes its START in the shortest form
 * that tells it.
 */
abstract class SpanStarter extends SpanStack {
    /**
     * Spans a trace may have before its ids are written in full; leaves room for racing writers.
     */
    private static final long FAR = SpanStartDescriptor.MAX_DISTANCE - (1 << 20);

    final Recording recording;
    final Ring ring;
    final RingIdentity identity;
    final NanoClock clock;
    final boolean waits;
    private RootDraw rootDraw;

    SpanStarter(final Recording recording, final Ring ring) {
        this.recording = recording;
        this.ring = ring;
        identity = ring.identity();
        clock = recording.clock();
        waits = recording.settings().overloadPolicy() == OverloadPolicy.WAIT;
    }

    /**
     * Opens a span below the current one, or as the root of a new trace, and makes it current.
     *
     * @param nameSymbol id of the name's symbol; 0 if the caller gives the name in full at once
     * @param typeSymbol id of the type's symbol; 0 for none
     * @return handle; {@link SpanHandle#NONE} only if {@link SpanHandle#MAX_SLOTS} spans are open
     */
    public final long start(final int nameSymbol, final int typeSymbol) {
        final Slot slot = push();
        if (slot == null) {
            ring.countLostSpan(clock.nanoTime());
            return SpanHandle.NONE;
        }
        if (depth == 1) {
            return startRoot(slot, nameSymbol, typeSymbol);
        }
        final Slot parent = slots[depth - 2];
        return parent.kind == Slot.LOCAL
                ? startLocalChild(slot, parent, nameSymbol, typeSymbol)
                : startBelowOther(slot, parent, nameSymbol, typeSymbol);
    }

    /**
     * Opens a span below a given one, whatever is current, and makes it current.
     *
     * @param parent not null
     */
    public final long startBelow(
            final SpanContext parent, final int nameSymbol, final int typeSymbol) {
        final Slot slot = push();
        if (slot == null) {
            ring.countLostSpan(clock.nanoTime());
            return SpanHandle.NONE;
        }
        final Slot below = new Slot();
        parent.describe(below);
        return startBelowOther(slot, below, nameSymbol, typeSymbol);
    }

    private long claimStart(final int lengthBytes) {
        long address = ring.claimStart(lengthBytes);
        if (address == Ring.INSUFFICIENT_CAPACITY) {
            address = waits ? recording.awaitRoom(ring, lengthBytes, true) : 0;
            if (address == Ring.INSUFFICIENT_CAPACITY) {
                ring.countLostSpan(clock.nanoTime());
            }
        }
        return address;
    }

    private long startRoot(final Slot slot, final int nameSymbol, final int typeSymbol) {
        return recording.recordsAllRoots()
                ? startLocalRoot(slot, nameSymbol, typeSymbol)
                : startDrawnRoot(slot, nameSymbol, typeSymbol);
    }

    private long startLocalRoot(final Slot slot, final int nameSymbol, final int typeSymbol) {
        final int lengthBytes = SpanStartDescriptor.ROOT_LENGTH;
        final long address = claimStart(lengthBytes);
        if (address == Ring.INSUFFICIENT_CAPACITY) {
            slot.kind = Slot.LOST;
            return unrecorded(slot);
        }
        final long ordinal = ring.nextOrdinal();
        slot.kind = Slot.LOCAL;
        slot.rootOrdinal = ordinal;
        return commitStart(
                slot, address, ordinal, nameSymbol, typeSymbol, RecordType.START_ROOT, lengthBytes);
    }

    private long startLocalChild(
            final Slot slot, final Slot parent, final int nameSymbol, final int typeSymbol) {
        final long rootOrdinal = parent.rootOrdinal;
        if (ring.lastOrdinal() - rootOrdinal > FAR) {
            return startBelowFarRoot(slot, parent, nameSymbol, typeSymbol);
        }
        final int lengthBytes = SpanStartDescriptor.CHILD_LENGTH;
        final long address = claimStart(lengthBytes);
        if (address == Ring.INSUFFICIENT_CAPACITY) {
            slot.standInFor(parent);
            return unrecorded(slot);
        }
        final long ordinal = ring.nextOrdinal();
        slot.kind = Slot.LOCAL;
        slot.rootOrdinal = rootOrdinal;
        Memory.putLong(
                address + SpanStartDescriptor.PARENT_DISTANCE_OFFSET,
                ordinal - rootOrdinal << Integer.SIZE | ordinal - parent.ordinal);
        return commitStart(
                slot,
                address,
                ordinal,
                nameSymbol,
                typeSymbol,
                RecordType.START_CHILD,
                lengthBytes);
    }

    /** The distance to the root needs more than 32 bits: the ids stand in full. */
    private long startBelowFarRoot(
            final Slot slot, final Slot parent, final int nameSymbol, final int typeSymbol) {
        return startExplicit(
                slot,
                parent,
                SpanIds.traceHigh(identity.traceHighSeed(), parent.rootOrdinal),
                SpanIds.traceLow(identity.traceLowSeed(), parent.rootOrdinal),
                SpanIds.spanId(identity.spanIdSeed(), parent.ordinal),
                nameSymbol,
                typeSymbol);
    }

    private long startBelowOther(
            final Slot slot, final Slot parent, final int nameSymbol, final int typeSymbol) {
        if (parent.kind == Slot.EMPTY) {
            return startRoot(slot, nameSymbol, typeSymbol);
        }
        if (parent.kind == Slot.UNSAMPLED || parent.kind == Slot.LOST) {
            if (parent.kind == Slot.LOST) {
                ring.countLostSpan(clock.nanoTime());
            }
            slot.standInFor(parent);
            return unrecorded(slot);
        }
        final long parentSpanId =
                parent.kind == Slot.CONTEXT
                        ? parent.parentSpanId
                        : SpanIds.spanId(identity.spanIdSeed(), parent.ordinal);
        return startExplicit(
                slot,
                parent,
                parent.traceHigh,
                parent.traceLow,
                parentSpanId,
                nameSymbol,
                typeSymbol);
    }

    /**
     * A root that is not sure to be recorded: switched off, or sampled by a trace id drawn first.
     */
    private long startDrawnRoot(final Slot slot, final int nameSymbol, final int typeSymbol) {
        if (rootDraw == null) {
            rootDraw = new RootDraw(recording.newSeed());
        }
        final RootDraw draw = rootDraw.next();
        if (!recording.isEnabled() || !recording.samples(draw.traceLow())) {
            slot.kind = Slot.UNSAMPLED;
            slot.traceHigh = draw.traceHigh();
            slot.traceLow = draw.traceLow();
            return unrecorded(slot);
        }
        slot.kind = Slot.LOST; // unless it is admitted
        return startExplicit(
                slot, slot, draw.traceHigh(), draw.traceLow(), 0, nameSymbol, typeSymbol);
    }

    private long startExplicit(
            final Slot slot,
            final Slot below,
            final long traceHigh,
            final long traceLow,
            final long parentSpanId,
            final int nameSymbol,
            final int typeSymbol) {
        final int lengthBytes = SpanStartDescriptor.EXPLICIT_LENGTH;
        final long address = claimStart(lengthBytes);
        if (address == Ring.INSUFFICIENT_CAPACITY) {
            slot.standInFor(below);
            return unrecorded(slot);
        }
        slot.kind = Slot.EXPLICIT;
        slot.traceHigh = traceHigh;
        slot.traceLow = traceLow;
        Memory.putLong(address + SpanStartDescriptor.TRACE_HIGH_OFFSET, traceHigh);
        Memory.putLong(address + SpanStartDescriptor.TRACE_LOW_OFFSET, traceLow);
        Memory.putLong(address + SpanStartDescriptor.PARENT_SPAN_ID_OFFSET, parentSpanId);
        return commitStart(
                slot,
                address,
                ring.nextOrdinal(),
                nameSymbol,
                typeSymbol,
                RecordType.START_EXPLICIT,
                lengthBytes);
    }

    private long commitStart(
            final Slot slot,
            final long address,
            final long ordinal,
            final int nameSymbol,
            final int typeSymbol,
            final int recordType,
            final int lengthBytes) {
        final long handle = SpanHandle.recorded(identity.ringNumber(), depth - 1, ordinal);
        slot.ordinal = ordinal;
        slot.handle = handle;
        slot.droppedCount = 0;
        Memory.putLong(
                address + SpanStartDescriptor.NAME_SYMBOL_OFFSET,
                (long) typeSymbol << Integer.SIZE | nameSymbol);
        Memory.putLong(address + SpanStartDescriptor.START_TICKS_OFFSET, clock.nanoTime());
        ring.commit(address, header(lengthBytes, recordType, ordinal), lengthBytes);
        return handle;
    }
}
