package io.hotspan.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.model.Document;
import io.hotspan.model.SpanEvent;
import io.hotspan.symbol.SymbolTable;
import io.hotspan.testing.LeavesNothingBehind;
import io.hotspan.testing.TestRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is said about spans arrives as it was said, whatever it is. */
@ExtendWith(LeavesNothingBehind.class)
class ValuesTest {
    private final TestRecording test = TestRecording.start();
    private final Tracer tracer = test.tracer();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void attributesOfEachKindAreRecordedInOrder() {
        try (Span span = tracer.startSpan("span")) {
            span.setAttribute("long", Long.MIN_VALUE)
                    .setAttribute("double", -0.0)
                    .setAttribute("nan", Double.NaN)
                    .setAttribute("true", true)
                    .setAttribute("false", false)
                    .setAttribute("text", "Grüße")
                    .setAttribute("empty", "")
                    .setAttribute("wide", "日本語 😀")
                    .setAttribute("null", (String) null)
                    .setAttribute("list", (Object) List.of(1, "a"))
                    .setAttribute("array", (Object) new int[] {1, 2})
                    .setAttribute("object", (Object) null);
        }
        assertThat(test.lines().subList(1, 13))
                .containsExactly(
                        "#1 long=-9223372036854775808",
                        "#1 double=-0.0",
                        "#1 nan=NaN",
                        "#1 true=true",
                        "#1 false=false",
                        "#1 text=\"Grüße\"",
                        "#1 empty=\"\"",
                        "#1 wide=\"日本語 😀\"",
                        "#1 null=null",
                        "#1 list=[1, a]",
                        "#1 array=[1, 2]",
                        "#1 object=null");
    }

    @Test
    void textsOfEveryLengthArriveWhole() {
        try (Span span = tracer.startSpan("span")) {
            for (int length = 0; length < 600; length += 7) {
                span.setAttribute("text", "x".repeat(length));
            }
        }
        final List<String> lines = test.lines();
        for (int i = 0; i < 600 / 7; i++) {
            assertThat(lines.get(i + 1)).isEqualTo("#1 text=\"" + "x".repeat(7 * i) + "\"");
        }
    }

    @Test
    void inputsOutputsAndTypesAreAttributes() {
        try (Span span = tracer.startSpan("span")) {
            span.setInputs(Map.of("x", 1)).setOutputs(null).setType("MINE");
        }
        assertThat(test.lines())
                .containsExactly(
                        "#1 root \"span\"",
                        "#1 mlflow.spanInputs={x=1}",
                        "#1 mlflow.spanOutputs=null",
                        "#1 mlflow.spanType=\"MINE\"",
                        "#1 end");
    }

    @Test
    void documentsKeepTheirIdWhenItIsNull() {
        try (Span span = tracer.startSpan("span")) {
            span.setOutputs(List.of(new Document("text", Map.of("doc_uri", "a"))));
        }
        assertThat(test.lines())
                .contains(
                        "#1 mlflow.spanOutputs=[{page_content=text, metadata={doc_uri=a},"
                                + " id=null}]");
    }

    @Test
    void eventsKeepTheirOrderAndTimes() {
        try (Span span = tracer.startSpan("span")) {
            span.addEvent("first")
                    .addEvent("second", Map.of("n", 2))
                    .addEvent(SpanEvent.at("third", 42, Map.of()))
                    .addEvent("fourth", null);
        }
        assertThat(test.lines().subList(1, 5))
                .containsExactly(
                        "#1 event \"first\"",
                        "#1 event \"second\" {n=2}",
                        "#1 event at 42 \"third\"",
                        "#1 event \"fourth\"");
    }

    @Test
    void linksNameTheOtherSpan() {
        try (Span other = tracer.startSpan("other");
                Span span = tracer.startSpan("span")) {
            span.addLink(other.context(), Map.of("why", "because")).addLink(other.context(), null);

            final String link = "#2 link " + other.traceId().substring(3) + " " + other.spanId();
            assertThat(test.lines()).endsWith(link + " {why=because}", link);
        }
    }

    @Test
    void aValueIsTakenAsItIsAtTheCall() {
        final List<String> list = new ArrayList<>(List.of("before"));
        try (Span span = tracer.startSpan("span")) {
            span.setAttribute("list", list);
            list.set(0, "after");
        }
        assertThat(test.lines()).contains("#1 list=[before]");
    }

    @Test
    void factsAboutATraceMayBeSetFromAnyDepth() {
        try (Span root = tracer.startSpan("root");
                Span child = tracer.startSpan("child")) {
            tracer.currentTrace()
                    .setTag("tag", "1")
                    .setTag("tag", null)
                    .setSessionId("s")
                    .setUserId("u")
                    .setClientRequestId("c")
                    .setRequestPreview("q")
                    .setResponsePreview("a")
                    .setState(io.hotspan.model.StatusCode.ERROR);
        }
        assertThat(test.lines().subList(2, 10))
                .containsExactly(
                        "tag tag=\"1\"",
                        "tag tag=null",
                        "metadata mlflow.trace.session=\"s\"",
                        "metadata mlflow.trace.user=\"u\"",
                        "clientRequestId =\"c\"",
                        "requestPreview =\"q\"",
                        "responsePreview =\"a\"",
                        "state =\"ERROR\"");
    }

    @Test
    void namesKeysAndTypesBeyondTheSymbolsLimitAreWrittenInFull() {
        final String tooLong = "n".repeat(SymbolTable.MAX_TEXT_CHARS + 1);
        try (Span span = tracer.startSpan(tooLong, tooLong)) {
            span.setAttribute(tooLong, 1)
                    .setAttribute(tooLong, 1.5)
                    .setAttribute(tooLong, true)
                    .setAttribute(tooLong, "text")
                    .setAttribute(tooLong, List.of(1))
                    .addEvent(tooLong, Map.of("a", 1))
                    .setName(tooLong);
        }
        try (DetachedSpan span = tracer.startDetachedSpan(tooLong)) {
            span.setAttribute("key", 1);
        }
        final SpanHandles handles = tracer.handles();
        final long handle = handles.start(tracer.symbol(tooLong), tracer.symbol(tooLong));
        handles.end(handle);

        assertThat(test.lines())
                .containsExactly(
                        "#1 in "
                                + test.lines().get(0).substring(6, 38)
                                + " below 0000000000000000"
                                + " \"\"",
                        "#1 name \"" + tooLong + "\"",
                        "#1 key=1",
                        "#1 end",
                        "#1 root \"\"",
                        "#1 name \"" + tooLong + "\"",
                        "#1 mlflow.spanType=\"" + tooLong + "\"",
                        "#1 " + tooLong + "=1",
                        "#1 " + tooLong + "=1.5",
                        "#1 " + tooLong + "=true",
                        "#1 " + tooLong + "=\"text\"",
                        "#1 " + tooLong + "=[1]",
                        "#1 event \"" + tooLong + "\" {a=1}",
                        "#1 name \"" + tooLong + "\"",
                        "#1 end",
                        "#2 root \"\"",
                        "#2 name \"" + tooLong + "\"",
                        "#2 mlflow.spanType=\"" + tooLong + "\"",
                        "#2 end");
    }

    @Test
    void aValueTooLongForTheRingArrivesWhole() throws IOException {
        final String prompt = "0123456789abcdef".repeat(1 << 16); // 1 MiB; the ring has 64 KiB
        try (Span span = tracer.startSpan("span")) {
            span.setInputs(prompt);
            span.addEvent("event", Map.of("prompt", prompt));
            span.setStatus(io.hotspan.model.SpanStatus.error(prompt));
        }
        try (DetachedSpan span = tracer.startDetachedSpan("detached")) {
            span.setOutputs(List.of(prompt, prompt));
        }

        assertThat(test.lines())
                .contains(
                        "#1 outsize mlflow.spanInputs=\"" + prompt + "\"",
                        "#1 outsize event \"event\" {prompt=" + prompt + "}",
                        "#1 outsize status ERROR \"" + prompt + "\"",
                        "#1 outsize mlflow.spanOutputs=[" + prompt + ", " + prompt + "]");
        try (Stream<java.nio.file.Path> files = Files.list(test.directory())) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("value"));
        }
    }

    @Test
    void anInterruptedThreadRecordsAsMuchAsAnyOther() {
        Thread.currentThread().interrupt();
        try (Span span = tracer.startSpan("a new name")) {
            span.setAttribute("a new key", "x".repeat(100_000));
        }
        assertThat(Thread.interrupted()).isTrue();
        tracer.startSpan("another new name").close();

        assertThat(test.lines())
                .containsExactly(
                        "#1 root \"a new name\"",
                        "#1 outsize a new key=\"" + "x".repeat(100_000) + "\"",
                        "#1 end",
                        "#2 root \"another new name\"",
                        "#2 end");
        assertThat(test.spans()).allMatch(span -> span.ringNumber() == 2);
    }

    @Test
    void aValueWhoseTextOpensSpansDisturbsNothing() {
        final Object nosy =
                new Object() {
                    @Override
                    public String toString() {
                        try (Span inner = tracer.startSpan("inner")) {
                            inner.setAttribute("key", Arrays.asList(1, null));
                            inner.addEvent("event", Map.of("k", "v"));
                        }
                        return "outer";
                    }
                };
        try (Span span = tracer.startSpan("span")) {
            span.setAttribute("nosy", nosy);
            span.setAttribute("after", List.of(nosy, nosy));
        }
        assertThat(test.lines())
                .containsExactly(
                        "#1 root \"span\"",
                        "#2 child of #1 \"inner\"",
                        "#2 key=[1, null]",
                        "#2 event \"event\" {k=v}",
                        "#2 end",
                        "#1 nosy=\"outer\"",
                        "#3 child of #1 \"inner\"",
                        "#3 key=[1, null]",
                        "#3 event \"event\" {k=v}",
                        "#3 end",
                        "#4 child of #1 \"inner\"",
                        "#4 key=[1, null]",
                        "#4 event \"event\" {k=v}",
                        "#4 end",
                        "#1 after=[outer, outer]",
                        "#1 end");
    }

    @Test
    void aMapThatThrowsReachesNoCaller() {
        final Map<String, Object> hostile =
                new AbstractMap<>() {
                    @Override
                    public Set<Entry<String, Object>> entrySet() {
                        throw new IllegalStateException("hostile");
                    }
                };
        try (Span span = tracer.startSpan("span")) {
            span.setAttributes(hostile)
                    .setInputs(hostile)
                    .addEvent("event", hostile)
                    .addLink(span.context(), hostile)
                    .setAttribute("after", 1);
        }
        assertThat(test.lines()).contains("#1 after=1", "#1 end dropped=3");
        assertThat(test.lines())
                .anyMatch(line -> line.contains("event \"event\""))
                .anyMatch(line -> line.contains("<failed"));
    }

    @Test
    void aMapOfAttributesSetsEachAndTakesNullKeysAsText() {
        final Map<String, Object> map = new HashMap<>();
        map.put(null, 1);
        try (Span span = tracer.startSpan("span")) {
            span.setAttributes(map).setAttributes(null);
        }
        assertThat(test.lines()).containsExactly("#1 root \"span\"", "#1 null=1", "#1 end");
    }
}
