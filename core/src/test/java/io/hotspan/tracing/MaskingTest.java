package io.hotspan.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.recording.Masking;
import io.hotspan.testing.LeavesNothingBehind;
import io.hotspan.testing.TestRecording;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a hook hides is not written, whichever way it was recorded. */
@ExtendWith(LeavesNothingBehind.class)
class MaskingTest {
    private static final String SECRET = "s3cret";

    private final AtomicInteger calls = new AtomicInteger();
    private volatile Masking hook = MaskingTest::hideSecrets;
    private final TestRecording test =
            TestRecording.start(settings -> settings.masking(this::mask));
    private final Tracer tracer = test.tracer();

    @AfterEach
    void close() {
        test.close();
    }

    private Object mask(final String key, final Object value) {
        calls.incrementAndGet();
        return hook.mask(key, value);
    }

    private static Object hideSecrets(final String key, final Object value) {
        return key.startsWith("secret") || String.valueOf(value).contains(SECRET) ? "***" : value;
    }

    @Test
    void attributesOfEveryKindAreMasked() {
        try (Span span = tracer.startSpan("span")) {
            span.setAttribute("secret long", 1L)
                    .setAttribute("secret double", 1.5)
                    .setAttribute("secret boolean", true)
                    .setAttribute("secret null", (String) null)
                    .setAttribute("text", SECRET)
                    .setAttribute("wide", SECRET + "日本語")
                    .setAttribute("object", (Object) List.of(SECRET))
                    .setAttribute("open", 7L);
            span.setAttributes(Map.of("more", SECRET));
        }

        assertThat(test.lines().subList(1, 10))
                .containsExactly(
                        "#1 secret long=\"***\"",
                        "#1 secret double=\"***\"",
                        "#1 secret boolean=\"***\"",
                        "#1 secret null=\"***\"",
                        "#1 text=\"***\"",
                        "#1 wide=\"***\"",
                        "#1 object=\"***\"",
                        "#1 open=7",
                        "#1 more=\"***\"");
    }

    @Test
    void inputsAndOutputsAreMasked() {
        try (Span span = tracer.startSpan("span")) {
            span.setInputs(Map.of("password", SECRET)).setOutputs(SECRET);
        }

        assertThat(test.lines())
                .contains("#1 mlflow.spanInputs=\"***\"", "#1 mlflow.spanOutputs=\"***\"");
    }

    @Test
    void handlesAreMaskedToo() {
        final SpanHandles handles = tracer.handles();
        final long span = handles.start(tracer.symbol("span"));
        handles.setAttribute(span, tracer.symbol("secret long"), 1L);
        handles.setAttribute(span, tracer.symbol("text"), SECRET);
        handles.end(span);

        assertThat(test.lines()).contains("#1 secret long=\"***\"", "#1 text=\"***\"");
    }

    @Test
    void spansOfOtherThreadsAndDetachedOnesAreMasked() throws InterruptedException {
        final DetachedSpan detached = tracer.spanBuilder("detached").startDetached();
        detached.setAttribute("text", SECRET);
        detached.close();
        try (Span span = tracer.startSpan("span")) {
            final Thread other = new Thread(() -> span.setAttribute("other", SECRET));
            other.start();
            other.join();
        }

        assertNoSecret(2);
    }

    @Test
    void theAttributesOfEventsAndOfLinksAreMasked() {
        try (Span linked = tracer.startSpan("linked");
                Span span =
                        tracer.spanBuilder("span")
                                .link(linked.context(), Map.of("why", SECRET))
                                .start()) {
            span.addEvent("event", new TreeMap<>(Map.of("a", SECRET, "b", 2)));
        }

        assertThat(test.lines()).contains("#2 event \"event\" {a=***, b=2}");
        assertNoSecret(3);
    }

    @Test
    void exceptionsAreMasked() {
        try (Span span = tracer.startSpan("span")) {
            span.recordException(new IllegalStateException(SECRET));
        }

        assertThat(test.lines()).anyMatch(line -> line.contains("status"));
        assertNoSecret(4); // type, message and stack trace of the event; the status
    }

    @Test
    void whatIsSaidOfTracesIsMasked() {
        try (Span span = tracer.startSpan("span")) {
            tracer.currentTrace()
                    .setTag("tag", SECRET)
                    .setUserId(SECRET)
                    .setClientRequestId(SECRET)
                    .setRequestPreview(SECRET)
                    .setResponsePreview(SECRET);
        }

        assertNoSecret(5);
    }

    @Test
    void spanTypesAreNotTheHooksBusiness() {
        hook = (key, value) -> "***";
        try (Span span = tracer.startSpan("span")) {
            span.setType("CHAIN");
        }

        assertThat(test.lines()).contains("#1 mlflow.spanType=\"CHAIN\"");
    }

    @Test
    void aHookThatThrowsHidesTheValueAndIsCounted() {
        final Error failure = new StackOverflowError("a hook's own");
        hook =
                (key, value) -> {
                    throw failure;
                };
        try (Span span = tracer.startSpan("span")) {
            span.setAttribute("long", 1L).setAttribute("text", SECRET);
            span.addEvent("event", Map.of("a", SECRET));
        }

        assertThat(test.lines()).contains("#1 text=\"" + Masking.HIDDEN + "\"");
        assertNoSecret(3);
        assertThat(test.recording().failures()).isEqualTo(3);
        assertThat(test.recording().lastFailure()).isSameAs(failure);
    }

    @Test
    void aHookMayRecordSpansButNotSeeWhatItRecords() {
        hook =
                (key, value) -> {
                    try (Span inside = tracer.startSpan("inside")) {
                        inside.setAttribute("text", SECRET);
                    }
                    return "***";
                };
        try (Span span = tracer.startSpan("span")) {
            span.setAttribute("text", SECRET);
        }

        assertThat(test.lines()).contains("#1 text=\"***\"", "#2 text=\"" + Masking.HIDDEN + "\"");
        assertThat(test.recording().failures()).isEqualTo(1);
    }

    @Test
    void whatAFailingMapGivesIsMasked() {
        final Map<String, Object> failing =
                new AbstractMap<>() {
                    @Override
                    public Set<Entry<String, Object>> entrySet() {
                        return new AbstractSet<>() {
                            @Override
                            public Iterator<Entry<String, Object>> iterator() {
                                final Iterator<Entry<String, Object>> none =
                                        Collections.emptyIterator();
                                return Stream.concat(
                                                Stream.of(Map.entry("a", (Object) SECRET)),
                                                Stream.generate(none::next))
                                        .iterator();
                            }

                            @Override
                            public int size() {
                                return 2;
                            }
                        };
                    }
                };
        try (Span span = tracer.startSpan("span")) {
            span.addEvent("event", failing);
        }

        assertNoSecret(1);
        assertThat(test.lines()).anyMatch(line -> line.contains("a=***"));
    }

    private void assertNoSecret(final int leastCalls) {
        assertThat(test.lines()).isNotEmpty().noneMatch(line -> line.contains(SECRET));
        assertThat(calls.get()).isGreaterThanOrEqualTo(leastCalls);
    }
}
