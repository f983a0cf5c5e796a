package io.hotspan.recording;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Decides which traces that begin now are recorded. Any thread may switch and ask. */
/* Concurrency: a switch is seen soon, and orders nothing. So it is read opaque: a volatile load would
 * make the hot path load again whatever it has in registers. */
@SuppressWarnings("UnusedVariable") // the fields are read by their handles
final class RootSwitch {
    private static final VarHandle ENABLED = field("enabled");
    private static final VarHandle RECORDS_ALL = field("recordsAll");

    private final double samplingRatio;
    private final long threshold;
    private boolean enabled;
    private boolean recordsAll;

    /**
     * @param samplingRatio part of the traces that is recorded, 0 to 1
     */
    RootSwitch(final double samplingRatio) {
        this.samplingRatio = samplingRatio;
        threshold = (long) (samplingRatio * Long.MAX_VALUE);
    }

    /** Whether any trace that begins now may be recorded. */
    boolean isEnabled() {
        return (boolean) ENABLED.getOpaque(this);
    }

    /** Whether every trace that begins now is recorded. */
    boolean recordsAll() {
        return (boolean) RECORDS_ALL.getOpaque(this);
    }

    void setEnabled(final boolean on) {
        ENABLED.setVolatile(this, on);
        RECORDS_ALL.setVolatile(this, on && samplingRatio == 1.0);
    }

    /** Whether a trace is in the sample, by the low half of its id. */
    boolean samples(final long traceLow) {
        return traceLow >>> 1 < threshold || samplingRatio == 1.0;
    }

    private static VarHandle field(final String name) {
        try {
            return MethodHandles.lookup().findVarHandle(RootSwitch.class, name, boolean.class);
        } catch (final ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
