package io.hotspan.stress.recording;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.hotspan.tracing.Span;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Threads are born, record a span and die, while flushes look for rings of dead threads and give
 * them away: the production's own way. No ring has two writers at a time, and whoever comes next
 * goes on where the last one ended.
 */
@JCStressTest
@Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "Both recorded, and all rings are whole.")
@State
public class ADeadThreadsRingGoesToTheNext {
    private static final WholeRings STORED = new WholeRings();
    private static final SharedRecording RECORDING = new SharedRecording(STORED);

    private volatile boolean firstRecorded;
    private volatile boolean secondRecorded;

    @Actor
    public void first() {
        live(() -> firstRecorded = record());
    }

    @Actor
    public void second() {
        RECORDING.flush();
        live(() -> secondRecorded = record());
    }

    @Arbiter
    public void account(final III_Result result) {
        RECORDING.flush();
        result.r1 = firstRecorded ? 1 : 0;
        result.r2 = secondRecorded ? 1 : 0;
        result.r3 = STORED.violations();
    }

    private static boolean record() {
        try (Span span = RECORDING.tracer().startSpan("short life")) {
            return span.isRecording();
        }
    }

    private static void live(final Runnable life) {
        final Thread thread = new Thread(life);
        thread.start();
        while (thread.isAlive()) {
            Thread.onSpinWait();
        }
    }
}
