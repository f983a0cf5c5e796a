package io.hotspan.stress.kill;

import io.hotspan.stress.kill.Witness.Count;
import io.hotspan.tracing.DetachedSpan;
import io.hotspan.tracing.Span;
import io.hotspan.tracing.Tracer;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * What one thread records: spans with the numbers 1, 2, 3 and so on, some of them in an outer span,
 * and detached ones between. It ends when it is stopped, or when a span is not recorded any more.
 */
final class NumberedSpans implements Runnable {
    static final String NUMBER = "n";
    static final String TEXT = "text";

    private static final int SPANS_IN_TRAINING = 400;
    private static final int MAX_INNER = 20;
    private static final int PAUSE_EVERY = 64;

    private final KillPlan plan;
    private final int thread;
    private final Tracer tracer;
    private final Witness witness;
    private final boolean trains;
    private final Payload payload;
    private final SplittableRandom random;
    private final String name;
    private long outerCount;
    private long count;
    private long detachedCount;
    private volatile boolean stopped;

    NumberedSpans(
            final KillPlan plan,
            final int writer,
            final int thread,
            final Tracer tracer,
            final Witness witness,
            final boolean trains) {
        this.plan = plan;
        this.thread = thread;
        this.tracer = tracer;
        this.witness = witness;
        this.trains = trains;
        payload = new Payload(plan.seed(), plan.maxPayloadChars());
        random = new SplittableRandom(plan.seed() + plan.iteration() * 64L + thread);
        name = name(writer, thread);
    }

    /** What the spans of a thread are called, behind the word for their kind. */
    static String name(final int writer, final int thread) {
        return writer + "." + thread;
    }

    /** Lets it end when the span that it is at has ended. Any thread may call it. */
    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        boolean recording = true;
        while (recording && !stopped && !(trains && count > SPANS_IN_TRAINING)) {
            recording = recordOuter() && recordDetached();
        }
    }

    private boolean recordOuter() {
        final long number = outerCount + 1;
        try (Span outer = tracer.startSpan("outer-" + name)) {
            outer.setAttribute(NUMBER, number);
            if (!outer.isRecording()) {
                return false;
            }
            outerCount = number;
            witness.tell(thread, Count.OUTER_BEGUN, number);
            for (int i = random.nextInt(MAX_INNER + 1); i > 0; i--) {
                if (!recordOne()) {
                    return false;
                }
            }
        }
        witness.tell(thread, Count.OUTER_ENDED, number);
        return true;
    }

    private boolean recordOne() {
        final long number = count + 1;
        try (Span span = tracer.startSpan("span-" + name)) {
            span.setAttribute(NUMBER, number);
            span.setAttribute(TEXT, payload.text(thread, number));
            if (!span.isRecording()) {
                return false;
            }
        }
        count = number;
        witness.tell(thread, Count.ENDED, number);
        if (plan.maxPauseMicros() > 0 && number % PAUSE_EVERY == 0) {
            LockSupport.parkNanos(1_000L * random.nextInt(plan.maxPauseMicros()));
        }
        return !stopped;
    }

    private boolean recordDetached() {
        final long number = detachedCount + 1;
        final DetachedSpan span = tracer.startDetachedSpan("detached-" + name);
        span.setAttribute(NUMBER, number);
        final boolean recording = span.isRecording();
        span.close();
        if (recording) {
            detachedCount = number;
            witness.tell(thread, Count.DETACHED_ENDED, number);
        }
        return recording;
    }
}
