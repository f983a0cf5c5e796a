package io.hotspan.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.testing.LeavesNothingBehind;
import io.hotspan.testing.RecordedSpan;
import io.hotspan.testing.TestRecording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Context crosses threads when told to, and only then. */
@ExtendWith(LeavesNothingBehind.class)
class ContextTest {
    private static final String TRACEPARENT =
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final TestRecording test = TestRecording.start();
    private final Tracer tracer = test.tracer();

    @AfterEach
    void close() {
        test.close();
    }

    private static void runOnThread(final Runnable work) {
        final Throwable[] failure = new Throwable[1];
        final Thread thread = new Thread(work);
        thread.setUncaughtExceptionHandler((t, e) -> failure[0] = e);
        thread.start();
        try {
            thread.join();
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
        if (failure[0] != null) {
            throw new AssertionError(failure[0]);
        }
    }

    private RecordedSpan span(final String name) {
        return test.spans().stream().filter(span -> span.name().equals(name)).findFirst().get();
    }

    private Context remote(final String traceState) {
        final Map<String, String> headers = new HashMap<>();
        headers.put("traceparent", TRACEPARENT);
        headers.put("tracestate", traceState);
        return tracer.extract(headers, Map::get);
    }

    private Map<String, String> injected() {
        final Map<String, String> headers = new HashMap<>();
        tracer.inject(headers, Map::put);
        return headers;
    }

    @Test
    void withoutAWrapperAnotherThreadBeginsATraceOfItsOwn() {
        try (Span root = tracer.startSpan("root")) {
            runOnThread(() -> tracer.startSpan("elsewhere").close());
        }
        assertThat(span("elsewhere").isRoot()).isTrue();
    }

    @Test
    void wrappedWorkHangsOnTheSpanThatWasCurrent() {
        try (Span root = tracer.startSpan("root")) {
            runOnThread(tracer.currentContext().wrap(() -> tracer.startSpan("child").close()));
        }
        assertThat(span("child").parentId()).isEqualTo(span("root").spanId());
        assertThat(span("child").traceLow()).isEqualTo(span("root").traceLow());
        assertThat(span("child").traceHigh()).isEqualTo(span("root").traceHigh());
    }

    @Test
    void wrappedWorkMayRunAfterTheSpanEnded() {
        final Runnable work;
        try (Span root = tracer.startSpan("root")) {
            work = tracer.currentContext().wrap(() -> tracer.startSpan("child").close());
        }
        runOnThread(work);
        assertThat(span("child").parentId()).isEqualTo(span("root").spanId());
    }

    @Test
    void anExecutorThatIsWrappedCarriesTheContext() throws InterruptedException {
        final ExecutorService pool = Executors.newFixedThreadPool(2);
        try (Span root = tracer.startSpan("root")) {
            final java.util.concurrent.Executor carrying = tracer.currentContext().wrap(pool);
            for (int i = 0; i < 10; i++) {
                carrying.execute(() -> tracer.startSpan("child").close());
            }
        }
        pool.execute(() -> tracer.startSpan("stranger").close());
        pool.shutdown();
        pool.awaitTermination(10, TimeUnit.SECONDS);

        final long root = span("root").spanId();
        assertThat(test.spans().stream().filter(span -> span.name().equals("child")))
                .hasSize(10)
                .allMatch(span -> span.parentId() == root);
        assertThat(span("stranger").isRoot()).isTrue();
    }

    @Test
    void wrappersReturnWhatTheWorkReturnsAndThrowWhatItThrows() throws Exception {
        final Context context = tracer.currentContext();
        final Callable<String> failing =
                () -> {
                    throw new IOException("mine");
                };

        assertThat(context.wrap((Callable<String>) () -> "called").call()).isEqualTo("called");
        assertThat(context.wrapSupplier(() -> "supplied").get()).isEqualTo("supplied");
        assertThat(context.<String, Integer>wrapFunction(String::length).apply("four"))
                .isEqualTo(4);
        assertThatThrownBy(() -> context.wrap(failing).call())
                .isInstanceOf(IOException.class)
                .hasMessage("mine");
    }

    @Test
    void anEmptyContextBeginsANewTraceInsideASpan() {
        final Context none = tracer.currentContext();
        try (Span root = tracer.startSpan("root")) {
            none.wrap(() -> tracer.startSpan("apart").close()).run();
            tracer.startSpan("child").close();
        }
        assertThat(span("apart").isRoot()).isTrue();
        assertThat(span("child").isRoot()).isFalse();
    }

    @Test
    void theCapturedSpanIsCurrentOnTheOtherThread() {
        try (Span root = tracer.startSpan("root")) {
            runOnThread(
                    tracer.currentContext()
                            .wrap(
                                    () -> {
                                        tracer.currentSpan().setAttribute("from", "elsewhere");
                                    }));
            assertThat(test.lines())
                    .contains("#" + span("root").ordinal() + " on ring 2: from=\"elsewhere\"");
        }
    }

    @Test
    void anotherThreadMaySayThingsAboutASpan() {
        try (Span span = tracer.startSpan("span")) {
            runOnThread(
                    () ->
                            span.setAttribute("long", 1L)
                                    .setAttribute("double", 1.5)
                                    .setAttribute("boolean", true)
                                    .setAttribute("text", "t")
                                    .addEvent("event", Map.of("a", 1))
                                    .setStatus("ERROR")
                                    .setName("renamed"));
        }
        assertThat(test.lines())
                .containsExactly(
                        "#1 root \"span\"",
                        "#1 end",
                        "#1 on ring 2: long=1",
                        "#1 on ring 2: double=1.5",
                        "#1 on ring 2: boolean=true",
                        "#1 on ring 2: text=\"t\"",
                        "#1 on ring 2: event \"event\" {a=1}",
                        "#1 on ring 2: status ERROR \"\"",
                        "#1 on ring 2: name \"renamed\"");
    }

    @Test
    void anExplicitParentWinsOverTheCurrentSpan() {
        final Span first = tracer.startSpan("first");
        final Span second = tracer.startSpan("second");
        tracer.spanBuilder("below first").parent(first).start().close();
        second.close();
        first.close();
        assertThat(span("below first").parentId()).isEqualTo(span("first").spanId());
    }

    @Test
    void aBuilderMayBeginANewTraceAnywhere() {
        try (Span outer = tracer.startSpan("outer");
                Span root = tracer.spanBuilder("root").root().start()) {
            tracer.startSpan("child").close();
        }
        assertThat(span("root").isRoot()).isTrue();
        assertThat(span("child").traceLow()).isEqualTo(span("root").traceLow());
        assertThat(span("child").traceLow()).isNotEqualTo(span("outer").traceLow());
    }

    @Test
    void aRemoteParentIsTakenOver() {
        try (Scope scope = remote("vendor=1").makeCurrent();
                Span server = tracer.startSpan("server")) {
            tracer.startSpan("below").close();
            assertThat(server.traceId()).isEqualTo("tr-0af7651916cd43dd8448eb211c80319c");
        }
        assertThat(span("server").parentId()).isEqualTo(0xb7ad6b7169203331L);
        assertThat(span("below").parentId()).isEqualTo(span("server").spanId());
        assertThat(span("below").traceHigh()).isEqualTo(0x0af7651916cd43ddL);
    }

    @Test
    void whatIsInjectedNamesTheCurrentSpan() {
        try (Span span = tracer.startSpan("span")) {
            assertThat(injected())
                    .containsOnly(
                            Map.entry(
                                    "traceparent",
                                    "00-"
                                            + span.traceId().substring(3)
                                            + "-"
                                            + span.spanId()
                                            + "-01"));
        }
        assertThat(injected()).isEmpty();
    }

    @Test
    void traceStateTravelsThroughNestedSpansAndThreads() {
        try (Scope scope = remote("vendor=1").makeCurrent();
                Span server = tracer.startSpan("server");
                Span inner = tracer.startSpan("inner")) {
            assertThat(injected()).containsEntry("tracestate", "vendor=1");
            runOnThread(
                    tracer.currentContext()
                            .wrap(
                                    () -> {
                                        assertThat(injected())
                                                .containsEntry("tracestate", "vendor=1");
                                    }));
            runOnThread(
                    inner.context()
                            .wrap(
                                    () -> {
                                        assertThat(injected())
                                                .containsEntry("tracestate", "vendor=1");
                                    }));
        }
    }

    @Test
    void traceStateDoesNotReachATraceThatBeginsInside() {
        try (Scope scope = remote("vendor=1").makeCurrent();
                Span root = tracer.spanBuilder("root").root().start();
                Span child = tracer.startSpan("child")) {
            assertThat(injected()).doesNotContainKey("tracestate");
        }
    }

    @Test
    void traceStateOfAnExplicitParentIsKept() {
        try (Scope scope = remote("outer=1").makeCurrent();
                Span span = tracer.spanBuilder("span").parent(remote("inner=2")).start()) {
            assertThat(injected()).containsEntry("tracestate", "inner=2");
        }
    }

    @Test
    void traceStateOfAFormerUserOfTheStackIsForgotten() {
        try (Scope scope = remote("vendor=1").makeCurrent();
                Span span = tracer.startSpan("span")) {
            assertThat(span.isRecording()).isTrue();
        }
        try (Span root = tracer.startSpan("root");
                Span child = tracer.startSpan("child")) {
            assertThat(injected()).doesNotContainKey("tracestate");
        }
        test.recording().setEnabled(false);
        try (Span silent = tracer.startSpan("silent");
                Span child = tracer.startSpan("child")) {
            assertThat(injected()).doesNotContainKey("tracestate");
            assertThat(injected().get("traceparent")).endsWith("-00");
        }
    }

    @Test
    void aRemoteDecisionNotToRecordIsObeyed() {
        final Context silent =
                tracer.extract(
                        TRACEPARENT.replace("-01", "-00"),
                        (c, key) -> "traceparent".equals(key) ? c : null);
        try (Scope scope = silent.makeCurrent();
                Span span = tracer.startSpan("silent")) {
            assertThat(span.isRecording()).isFalse();
            assertThat(injected().get("traceparent")).isEqualTo(TRACEPARENT.replace("-01", "-00"));
            tracer.startDetachedSpan("silent too").close();
        }
        assertThat(test.lines()).isEmpty();
    }

    @Test
    void aMalformedHeaderBeginsANewTraceAndIsCounted() {
        final Context context = tracer.extract("00-nonsense", (carrier, key) -> carrier);
        assertThat(context.isPresent()).isFalse();
        assertThat(tracer.malformedHeaders()).isEqualTo(1);
        try (Scope scope = context.makeCurrent()) {
            tracer.startSpan("root").close();
        }
        assertThat(span("root").isRoot()).isTrue();
    }

    @Test
    void scopesOfManyThreadsDoNotMeet() {
        final List<Thread> threads = new ArrayList<>();
        try (Span root = tracer.startSpan("root")) {
            for (int i = 0; i < 4; i++) {
                final String name = "branch" + i;
                threads.add(
                        new Thread(
                                tracer.currentContext()
                                        .wrap(
                                                () -> {
                                                    try (Span branch = tracer.startSpan(name)) {
                                                        tracer.startSpan("leaf of " + name).close();
                                                    }
                                                })));
            }
            threads.forEach(Thread::start);
            for (final Thread thread : threads) {
                thread.join();
            }
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
        for (int i = 0; i < 4; i++) {
            assertThat(span("leaf of branch" + i).parentId())
                    .isEqualTo(span("branch" + i).spanId());
        }
    }
}
