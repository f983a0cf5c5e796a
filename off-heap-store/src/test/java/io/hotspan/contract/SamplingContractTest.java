package io.hotspan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.JournalFixture;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import io.hotspan.tracing.Context;
import io.hotspan.tracing.Span;
import io.hotspan.tracing.Tracer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whole traces are recorded, or nothing of them. */
class SamplingContractTest {
    private static final int ROOTS = 5_000;

    @RegisterExtension
    final JournalFixture journal =
            new JournalFixture(settings -> settings.samplingRatio(0.1).ringCapacityBytes(1 << 22));

    private void assertWholeTraces(final List<Trace> traces, final int spansOfEach) {
        assertThat(traces).hasSizeBetween(394, 606); // 500, give or take five deviations
        for (final Trace trace : traces) {
            assertThat(trace.spans()).hasSize(spansOfEach).noneMatch(SpanData::isOpen);
            assertThat(trace.root().parentSpanId()).isNull();
            assertThat(trace.spans().subList(1, spansOfEach))
                    .allMatch(
                            span ->
                                    trace.spans().stream()
                                            .anyMatch(
                                                    parent ->
                                                            parent.spanIdLong()
                                                                    == span.parentSpanIdLong()));
        }
    }

    @Test
    void aShareOfTheTracesIsThereAndEachOfThemIsWhole() {
        final Tracer tracer = journal.tracer();
        for (int i = 0; i < ROOTS; i++) {
            try (Span root = tracer.startSpan("root")) {
                for (int j = 0; j < 5; j++) {
                    tracer.startSpan("child").close();
                }
            }
        }

        assertWholeTraces(journal.replayedAll(), 6);
    }

    @Test
    void theDecisionHoldsAcrossThreadsAndTraceparent() throws Exception {
        final Tracer tracer = journal.tracer();
        final ExecutorService pool = Executors.newFixedThreadPool(3);
        Future<?> last = null;
        for (int i = 0; i < ROOTS; i++) {
            try (Span root = tracer.startSpan("root")) {
                last = pool.submit(root.context().wrap(() -> tracer.startSpan("thread").close()));
                tracer.startDetachedSpan("detached").close();
                final Map<String, String> headers = new HashMap<>();
                tracer.inject(headers, Map::put);
                final Context remote = tracer.extract(headers, Map::get);
                tracer.spanBuilder("remote").parent(remote).start().close();
            }
            if (i % 100 == 0) {
                last.get(); // so that no more is under way than fits
            }
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES)).isTrue();

        assertWholeTraces(journal.replayedAll(), 4);
    }

    @Test
    void whatIsSaidOfATraceThatIsNotSampledIsSaidToNobody() {
        for (int i = 0; i < 100; i++) {
            try (Span root = journal.tracer().startSpan("root")) {
                root.setInputs("in").setStatus("ERROR").addEvent("event");
                journal.tracer().currentTrace().setTag("k", "v").setSessionId("s");
            }
        }

        assertThat(journal.replayedAll())
                .hasSizeLessThan(100)
                .allMatch(
                        trace ->
                                trace.root().hasInputs()
                                        && "v".equals(trace.info().tags().get("k")));
        assertThat(journal.hotspan().recording().ignoredCalls()).isZero();
    }
}
