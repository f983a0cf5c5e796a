package io.hotspan.stress.kill;

import io.hotspan.Hotspan;
import io.hotspan.HotspanOptions;
import io.hotspan.recording.OverloadPolicy;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.stress.process.ChildJvm;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A program that records numbered spans in several threads, until it is killed. */
final class WriterProcess {
    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final long BEFORE_CLOSE_NANOS = 20_000_000;
    private static final int FIRST_JDK_WITH_VIRTUAL_THREADS = 21;

    private WriterProcess() {}

    /** Arguments: seed, iteration, number of the writer, directory, and {@code train} to end. */
    public static void main(final String[] arguments) throws Exception {
        ChildJvm.endWithParent();
        final KillPlan plan =
                KillPlan.of(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
        final int writer = Integer.parseInt(arguments[2]);
        final Places places = new Places(Path.of(arguments[3]));
        final boolean trains = arguments.length > 4;
        final Witness witness = Witness.open(places.witness(writer));
        final Hotspan hotspan = Hotspan.open(places.journal(), options(plan, places));
        witness.phase(Witness.OPEN);
        final List<NumberedSpans> works = new ArrayList<>();
        final List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < plan.threads(); number++) {
            final NumberedSpans spans =
                    new NumberedSpans(plan, writer, number, hotspan.tracer(), witness, trains);
            works.add(spans);
            threads.add(start(spans, plan.usesVirtualThreads()));
        }
        if (plan.scenario() == Scenario.CLOSING && !trains) {
            LockSupport.parkNanos(BEFORE_CLOSE_NANOS);
            close(plan, hotspan, works, threads, witness);
        }
        for (final Thread thread : threads) {
            thread.join();
        }
        if (trains) {
            hotspan.flush();
            hotspan.close();
        } else {
            Thread.sleep(FOR_EVER.toMillis()); // until killed
        }
    }

    private static void close(
            final KillPlan plan,
            final Hotspan hotspan,
            final List<NumberedSpans> works,
            final List<Thread> threads,
            final Witness witness)
            throws InterruptedException {
        for (int number = 0; number < threads.size(); number++) {
            if (!plan.recordsWhileClosing(number)) {
                works.get(number).stop();
                threads.get(number).join();
            }
        }
        witness.noteBeforeClose(plan.threads());
        hotspan.close();
        witness.phase(Witness.DONE);
    }

    private static HotspanOptions options(final KillPlan plan, final Places places) {
        return HotspanOptions.builder()
                .ringDirectory(places.rings())
                .segmentBytes(plan.segmentBytes())
                .recording(
                        RecordingSettings.builder()
                                .ringCapacityBytes(plan.ringCapacityBytes())
                                .maxRings(plan.sharesRing() ? 0 : plan.threads())
                                .overloadPolicy(OverloadPolicy.WAIT)
                                .maxWait(FOR_EVER)
                                .build())
                .build();
    }

    private static Thread start(final NumberedSpans spans, final boolean virtual)
            throws ReflectiveOperationException {
        if (virtual && Runtime.version().feature() >= FIRST_JDK_WITH_VIRTUAL_THREADS) {
            try {
                return (Thread)
                        Thread.class
                                .getMethod("startVirtualThread", Runnable.class)
                                .invoke(null, spans);
            } catch (final InvocationTargetException e) {
                throw new IllegalStateException("no virtual thread", e.getCause());
            }
        }
        final Thread thread = new Thread(spans);
        thread.start();
        return thread;
    }
}
