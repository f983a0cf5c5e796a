package io.hotspan.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.testing.LeavesNothingBehind;
import io.hotspan.testing.RecordedSpan;
import io.hotspan.testing.TestRecording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Spans of no thread. */
@ExtendWith(LeavesNothingBehind.class)
class DetachedSpanTest {
    private final TestRecording test = TestRecording.start();
    private final Tracer tracer = test.tracer();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aDetachedSpanHangsOnTheCurrentSpanAndIsNeverCurrent() {
        try (Span root = tracer.startSpan("root")) {
            try (DetachedSpan detached = tracer.startDetachedSpan("detached")) {
                assertThat(tracer.currentSpan().spanId()).isEqualTo(root.spanId());
                assertThat(detached.traceId()).isEqualTo(root.traceId());
                tracer.startSpan("child of root").close();
            }
        }
        final List<RecordedSpan> spans = test.spans(); // the shared ring has the lowest number
        assertThat(spans.get(0).name()).isEqualTo("detached");
        assertThat(spans.get(0).parentId()).isEqualTo(spans.get(1).spanId());
        assertThat(spans.get(2).parentId()).isEqualTo(spans.get(1).spanId());
    }

    @Test
    void anyThreadMayDescribeAndEndIt() throws InterruptedException {
        final DetachedSpan span = tracer.startDetachedSpan("request");
        final Thread thread =
                new Thread(
                        () -> {
                            span.setAttribute("status", 200)
                                    .setOutputs(Map.of("answer", "yes"))
                                    .addEvent("sent");
                            span.close();
                        });
        thread.start();
        thread.join();

        assertThat(span.isRecording()).isFalse();
        assertThat(test.lines().subList(1, 5))
                .containsExactly(
                        "#1 status=200",
                        "#1 mlflow.spanOutputs={answer=yes}",
                        "#1 event \"sent\"",
                        "#1 end");
    }

    @Test
    void childrenHangOnItFromAnyThread() throws InterruptedException {
        final DetachedSpan span = tracer.startDetachedSpan("parent");
        final Thread thread =
                new Thread(span.context().wrap(() -> tracer.startSpan("child").close()));
        thread.start();
        thread.join();
        span.close();

        assertThat(RecordedSpan.orphans(test.spans())).isEmpty();
        assertThat(test.spans()).filteredOn(RecordedSpan::isRoot).hasSize(1);
    }

    @Test
    void endedByManyAtOnceItEndsOnceAndTheOthersAreCounted() throws InterruptedException {
        final int threads = 4;
        final List<DetachedSpan> spans = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            spans.add(tracer.startDetachedSpan("contended"));
        }
        final CountDownLatch begin = new CountDownLatch(1);
        final ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            pool.execute(
                    () -> {
                        await(begin);
                        spans.forEach(
                                span -> {
                                    span.setAttribute("late", 1);
                                    span.close();
                                });
                    });
        }
        begin.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        final List<String> lines = test.lines();
        assertThat(lines).filteredOn(line -> line.endsWith(" end")).hasSize(200);
        for (int i = 1; i <= 200; i++) {
            final String prefix = "#" + i + " ";
            assertThat(lines.stream().filter(line -> line.startsWith(prefix)).toList())
                    .last()
                    .isEqualTo("#" + i + " end");
        }
        final long attributes = lines.stream().filter(line -> line.endsWith("late=1")).count();
        assertThat(test.recording().ignoredCalls()).isEqualTo(200 * 7 - attributes);
    }

    @Test
    void theRecordOfAValueThatEndsItsSpanComesBeforeTheEnd() {
        final DetachedSpan detached = tracer.startDetachedSpan("detached");
        detached.setAttribute("hostile", endsWhenSeen(detached));

        assertThat(test.lines()).last().isEqualTo("#1 end");
        assertThat(test.lines()).contains("#1 hostile=\"seen\"");
    }

    @Test
    void aValueThatEndsItsSpanIsNotRecordedBehindTheEnd() {
        final Span span = tracer.startSpan("span");
        span.setAttribute("hostile", endsWhenSeen(span));

        assertThat(test.lines()).containsExactly("#1 root \"span\"", "#1 end");
        assertThat(test.recording().ignoredCalls()).isEqualTo(1);
    }

    @Test
    void theTraceOfADetachedRootIsTheLastOneWhenItEnds() {
        final DetachedSpan root = tracer.startDetachedSpan("root");
        assertThat(test.recording().lastTraceId()).isNull();
        root.close();

        assertThat(test.recording().lastTraceId()).hasToString(root.traceId());
        assertThat(test.recording().lastTraceIdOfThread()).hasToString(root.traceId());
    }

    private static Object endsWhenSeen(final AutoCloseable span) {
        return new Object() {
            @Override
            public String toString() {
                try {
                    span.close();
                } catch (final Exception e) {
                    throw new AssertionError(e);
                }
                return "seen";
            }
        };
    }

    private static void await(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
