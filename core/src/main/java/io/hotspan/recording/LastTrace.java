package io.hotspan.recording;

import io.hotspan.model.TraceId;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.SpanIds;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The trace whose root ended last on a thread: written by that thread without allocation, read by
 * any. A trace of the thread's own ring is one word; another id is two, behind a sequence lock.
 *
 * <p>Source: the sequence lock of Linux; readers retry, the writer never waits.
 */
@SuppressWarnings("UnusedVariable") // the fields are read through their handles
final class LastTrace {
    private static final VarHandle ROOT_ORDINAL = handle("rootOrdinal");
    private static final VarHandle END_TICKS = handle("endTicks");
    private static final VarHandle VERSION = handle("version");
    private static final long NOT_LOCAL = -1;

    private long rootOrdinal; // 0: none yet
    private long endTicks; // a benign race with the id: it only orders threads
    private long version; // odd while the words below change
    private long high;
    private long low;

    void local(final long newRootOrdinal, final long newEndTicks) {
        END_TICKS.setOpaque(this, newEndTicks);
        ROOT_ORDINAL.setRelease(this, newRootOrdinal);
    }

    void explicit(final long newHigh, final long newLow, final long newEndTicks) {
        final long before = version;
        VERSION.setOpaque(this, before + 1);
        VarHandle.storeStoreFence();
        high = newHigh;
        low = newLow;
        VERSION.setRelease(this, before + 2);
        END_TICKS.setOpaque(this, newEndTicks);
        ROOT_ORDINAL.setRelease(this, NOT_LOCAL); // who sees it sees the id
    }

    long endTicks() {
        return (long) END_TICKS.getOpaque(this);
    }

    /** The id; null if no root has ended. */
    TraceId id(final RingIdentity ring) {
        final long ordinal = (long) ROOT_ORDINAL.getAcquire(this);
        if (ordinal == 0) {
            return null;
        }
        return ordinal == NOT_LOCAL
                ? explicitId()
                : new TraceId(
                        SpanIds.traceHigh(ring.traceHighSeed(), ordinal),
                        SpanIds.traceLow(ring.traceLowSeed(), ordinal));
    }

    private TraceId explicitId() {
        while (true) {
            final long before = (long) VERSION.getAcquire(this);
            final TraceId id = new TraceId(high, low);
            VarHandle.loadLoadFence();
            if ((before & 1) == 0 && before == (long) VERSION.getOpaque(this)) {
                return id;
            }
            Thread.onSpinWait();
        }
    }

    private static VarHandle handle(final String field) {
        try {
            return MethodHandles.lookup().findVarHandle(LastTrace.class, field, long.class);
        } catch (final ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
