package io.hotspan.recording;

import static io.hotspan.record.RecordDescriptor.header;

import io.hotspan.memory.Memory;
import io.hotspan.record.RecordType;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.SpanIds;
import io.hotspan.record.SpanStartDescriptor;
import io.hotspan.ring.Ring;
import io.hotspan.symbol.SymbolTable;
import io.hotspan.time.NanoClock;
import java.lang.invoke.VarHandle;

/**
 * Opens a thread's spans: decides what each hangs on, and writes its START in the shortest form
 * that tells it.
 */
/* A slot is filled while it is free, its ordinal first (see Slot), and taken when the START is
 * committed: a stack that overflows on the way leaves stack and ring as they were. */
abstract class SpanStarter extends SpanStack {
    /**
     * Spans a trace may have before its ids are written in full; leaves room for racing writers.
     */
    private static final long FAR = SpanStartDescriptor.MAX_DISTANCE - (1 << 20);

    final Recording recording;
    final Ring ring;
    final RingIdentity identity;
    final NanoClock clock;
    final SymbolTable symbols;
    private final RootSwitch rootSwitch;

    private final long ringHandle;
    private int overflowedStarts;
    private final Slot given = new Slot(); // on no stack: what a span is to hang on instead

    SpanStarter(final Recording recording, final Ring ring) {
        this.recording = recording;
        this.ring = ring;
        identity = ring.identity();
        ringHandle = SpanHandle.ring(identity.ringNumber());
        clock = recording.clock();
        symbols = recording.symbols();
        rootSwitch = recording.rootSwitch();
    }

    /**
     * Opens a span below the current one, or as the root of a new trace, and makes it current.
     *
     * @param nameSymbol id of the name's symbol; 0 if the caller gives the name in full at once
     * @param typeSymbol id of the type's symbol; 0 for none
     * @return handle; {@link SpanHandle#NONE} only if {@link SpanHandle#MAX_SLOTS} spans are open,
     *     or the thread's stack is at its end
     */
    public final long start(final int nameSymbol, final int typeSymbol) {
        try {
            return isSilent() ? takeUnrecorded() : startBelowTop(nameSymbol, typeSymbol);
        } catch (final StackOverflowError e) {
            overflowed = true; // no call: there is no stack for one
            irregular = true;
            overflowedStarts++;
            return SpanHandle.NONE;
        }
    }

    /**
     * Opens a span below a given one, whatever is current, and makes it current. Returns what
     * {@link #start} does.
     *
     * @param parent not null
     */
    public final long startBelow(
            final SpanContext parent, final int nameSymbol, final int typeSymbol) {
        try {
            return startBelowGiven(parent, nameSymbol, typeSymbol);
        } catch (final StackOverflowError e) {
            overflowed = true; // no call: there is no stack for one
            irregular = true;
            overflowedStarts++;
            return SpanHandle.NONE;
        }
    }

    @Override
    final boolean isStillOff() {
        final boolean isOff = !rootSwitch.isEnabled();
        if (!isOff) {
            endSilence();
        }
        return isOff;
    }

    /* Root and child share the code, so that it stays small: the JIT inlines it where a program opens
     * a span, and then has no need of the Span object. */
    private long startBelowTop(final int nameSymbol, final int typeSymbol) {
        if (overflowed) {
            settleOverflow();
        }
        if (isGroundSilent()) {
            endSilence();
        }
        final Slot slot = free();
        if (slot == null) {
            return startTooDeep(top().kind);
        }
        final Slot parent = topAboveGround();
        final boolean isLocal = parent == null ? rootSwitch.recordsAll() : isLocalAndNear(parent);
        return isLocal
                ? startLocal(slot, parent, nameSymbol, typeSymbol)
                : startOther(slot, parent, nameSymbol, typeSymbol);
    }

    /** Whether a child can tell its trace by the distance to the root, in 32 bits. */
    private boolean isLocalAndNear(final Slot parent) {
        return parent.kind == Slot.LOCAL && ring.lastOrdinal() - parent.rootOrdinal <= FAR;
    }

    /**
     * Opens a span of a trace that began in this ring.
     *
     * @param parent null: the span is the root
     */
    private long startLocal(
            final Slot slot, final Slot parent, final int nameSymbol, final int typeSymbol) {
        final boolean isRoot = parent == null;
        final int lengthBytes =
                isRoot ? SpanStartDescriptor.ROOT_LENGTH : SpanStartDescriptor.CHILD_LENGTH;
        final long address = claimStart(lengthBytes);
        if (address == Ring.INSUFFICIENT_CAPACITY) {
            return isRoot ? takeLostRoot(slot) : standIn(slot, parent);
        }
        final long ordinal = ring.nextOrdinal();
        slot.ordinal = ordinal;
        VarHandle.storeStoreFence();
        slot.kind = Slot.LOCAL;
        if (isRoot) {
            slot.rootOrdinal = ordinal;
        } else {
            final long rootOrdinal = parent.rootOrdinal;
            slot.rootOrdinal = rootOrdinal;
            Memory.putLong(
                    address + SpanStartDescriptor.PARENT_DISTANCE_OFFSET,
                    ordinal - rootOrdinal << Integer.SIZE | ordinal - parent.ordinal);
        }
        return commitStart(
                slot,
                address,
                ordinal,
                nameSymbol,
                typeSymbol,
                isRoot ? RecordType.START_ROOT : RecordType.START_CHILD,
                lengthBytes);
    }

    /** The span is lost: what is opened above it hangs on its parent. */
    private long standIn(final Slot slot, final Slot parent) {
        slot.standInFor(parent);
        return takeUnrecorded();
    }

    private long startOther(
            final Slot slot, final Slot parent, final int nameSymbol, final int typeSymbol) {
        if (parent == null) {
            return startDrawnRoot(slot, nameSymbol, typeSymbol);
        }
        if (parent.kind == Slot.LOCAL) {
            return startBelowFarRoot(slot, parent, nameSymbol, typeSymbol);
        }
        if (!parent.isUnsampled()) {
            return startBelowOther(slot, parent, null, nameSymbol, typeSymbol);
        }
        if (hasSlot(depth - 1)) {
            beginSilence();
        }
        return takeUnrecorded();
    }

    private long startBelowGiven(
            final SpanContext parent, final int nameSymbol, final int typeSymbol) {
        if (overflowed) {
            settleOverflow();
        }
        endSilence();
        parent.describe(given);
        final Slot slot = free();
        return slot == null
                ? startTooDeep(given.kind)
                : startBelowOther(slot, given, parent.traceState(), nameSymbol, typeSymbol);
    }

    /** Puts in order what an overflow of the stack left. */
    private void settleOverflow() {
        settleEnds();
        while (overflowedStarts > 0) {
            ring.countLostSpan(clock.nanoTime());
            overflowedStarts--;
        }
    }

    /** Ends the spans whose end was asked for when there was no stack for it. */
    abstract void settleEnds();

    private long startTooDeep(final int kindBelow) {
        if (kindBelow != Slot.UNSAMPLED && kindBelow != Slot.DRAWN) {
            ring.countLostSpan(clock.nanoTime());
        }
        return SpanHandle.NONE;
    }

    private long claimStart(final int lengthBytes) {
        long address = ring.claimStart(lengthBytes);
        if (address == Ring.INSUFFICIENT_CAPACITY) {
            address = recording.awaitRoom(ring, lengthBytes, true);
            if (address == Ring.INSUFFICIENT_CAPACITY) {
                ring.countLostSpan(clock.nanoTime());
            }
        }
        return address;
    }

    private long startRoot(final Slot slot, final int nameSymbol, final int typeSymbol) {
        return rootSwitch.recordsAll()
                ? startLocal(slot, null, nameSymbol, typeSymbol)
                : startDrawnRoot(slot, nameSymbol, typeSymbol);
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
                null,
                nameSymbol,
                typeSymbol);
    }

    /**
     * Opens a span whose trace is not of this ring, or which has no trace that is recorded.
     *
     * @param traceState of the trace; null: that of what is below
     */
    private long startBelowOther(
            final Slot slot,
            final Slot parent,
            final String traceState,
            final int nameSymbol,
            final int typeSymbol) {
        if (parent.kind == Slot.EMPTY) {
            return startRoot(slot, nameSymbol, typeSymbol);
        }
        if (parent.isUnsampled() || parent.kind == Slot.LOST) {
            if (parent.kind == Slot.LOST) {
                ring.countLostSpan(clock.nanoTime());
            }
            slot.standInFor(parent);
            keepTraceState(slot, traceState);
            return takeUnrecorded();
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
                traceState,
                nameSymbol,
                typeSymbol);
    }

    /**
     * A root that is not sure to be recorded: switched off, or sampled by a trace id drawn first.
     */
    private long startDrawnRoot(final Slot slot, final int nameSymbol, final int typeSymbol) {
        if (!rootSwitch.isEnabled()) {
            return takeSilentRoot(slot);
        }
        final RootDraw draw = drawRoot();
        final long count = draw.next();
        final long traceLow = draw.traceLow(count);
        if (!rootSwitch.samples(traceLow)) {
            return takeDrawnRoot(slot, Slot.UNSAMPLED, draw.traceHigh(count), traceLow);
        }
        final Slot below = given;
        below.kind = Slot.LOST; // unless it is admitted
        below.traceHigh = draw.traceHigh(count);
        below.traceLow = traceLow;
        below.parentSpanId = below.traceLow; // as in SpanContext.unrecorded()
        return startExplicit(
                slot, below, below.traceHigh, below.traceLow, 0, "", nameSymbol, typeSymbol);
    }

    @Override
    final RootDraw newDraw() {
        return new RootDraw(recording.newSeed());
    }

    /** Opens a root that is not recorded, and so silences its trace. */
    private long takeSilentRoot(final Slot slot) {
        if (depth == 0) {
            beginSilence();
            return takeUnrecorded();
        }
        final long handle = nextUnrecorded(); // negative, as no count of a draw is
        final RootDraw draw = drawRoot();
        return takeDrawnRoot(slot, Slot.UNSAMPLED, draw.traceHigh(handle), draw.traceLow(handle));
    }

    private long takeLostRoot(final Slot slot) {
        final RootDraw draw = drawRoot();
        final long count = draw.next();
        return takeDrawnRoot(slot, Slot.LOST, draw.traceHigh(count), draw.traceLow(count));
    }

    private long takeDrawnRoot(
            final Slot slot, final int kind, final long traceHigh, final long traceLow) {
        slot.ordinal = 0;
        VarHandle.storeStoreFence();
        slot.kind = kind;
        slot.traceHigh = traceHigh;
        slot.traceLow = traceLow;
        slot.parentSpanId = traceLow; // as in SpanContext.unrecorded()
        slot.isScope = false;
        keepTraceState(slot, "");
        return takeUnrecorded();
    }

    private long startExplicit(
            final Slot slot,
            final Slot below,
            final long traceHigh,
            final long traceLow,
            final long parentSpanId,
            final String traceState,
            final int nameSymbol,
            final int typeSymbol) {
        final int lengthBytes = SpanStartDescriptor.EXPLICIT_LENGTH;
        final long address = claimStart(lengthBytes);
        if (address == Ring.INSUFFICIENT_CAPACITY) {
            slot.standInFor(below);
            keepTraceState(slot, traceState);
            return takeUnrecorded();
        }
        final long ordinal = ring.nextOrdinal();
        slot.ordinal = ordinal;
        VarHandle.storeStoreFence();
        slot.kind = Slot.EXPLICIT;
        slot.traceHigh = traceHigh;
        slot.traceLow = traceLow;
        slot.parentSpanId = parentSpanId;
        slot.isEntry = parentSpanId == 0 || below.kind == Slot.CONTEXT;
        keepTraceState(slot, traceState);
        Memory.putLong(address + SpanStartDescriptor.TRACE_HIGH_OFFSET, traceHigh);
        Memory.putLong(address + SpanStartDescriptor.TRACE_LOW_OFFSET, traceLow);
        Memory.putLong(address + SpanStartDescriptor.PARENT_SPAN_ID_OFFSET, parentSpanId);
        return commitStart(
                slot,
                address,
                ordinal,
                nameSymbol,
                typeSymbol,
                RecordType.START_EXPLICIT,
                lengthBytes);
    }

    @SuppressWarnings("ReferenceEquality") // cheap, and an equal one stored again does no harm
    private static void keepTraceState(final Slot slot, final String traceState) {
        if (slot.traceState != traceState) { // a store of a reference is dear
            slot.traceState = traceState;
        }
    }

    private long commitStart(
            final Slot slot,
            final long address,
            final long ordinal,
            final int nameSymbol,
            final int typeSymbol,
            final int recordType,
            final int lengthBytes) {
        final long handle = SpanHandle.recorded(ringHandle, depth, ordinal);
        slot.droppedCount = 0;
        Memory.putLong(
                address + SpanStartDescriptor.NAME_SYMBOL_OFFSET,
                (long) typeSymbol << Integer.SIZE | nameSymbol);
        Memory.putLong(address + SpanStartDescriptor.START_TICKS_OFFSET, clock.nanoTime());
        ring.commitStart(address, header(lengthBytes, recordType, ordinal), lengthBytes);
        take(handle);
        return handle;
    }
}
