package io.hotspan.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.JournalFixture;
import io.hotspan.model.Document;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.SpanType;
import io.hotspan.symbol.Symbol;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import io.hotspan.tracing.DetachedSpan;
import io.hotspan.tracing.Span;
import io.hotspan.tracing.SpanHandles;
import io.hotspan.tracing.Tracer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The guide's examples of recording: each region stands in docs/guide.md, and runs here. */
class GuideRecordingTest {
    @RegisterExtension final JournalFixture journal = new JournalFixture();

    private Tracer tracer;

    @BeforeEach
    void takeTracer() {
        tracer = journal.tracer();
    }

    private static String ask(final String question) throws IOException {
        if (question.isEmpty()) {
            throw new IOException("no question");
        }
        return "It is a circle of bytes.";
    }

    // @start region=block
    String answer(String question) throws IOException {
        return tracer.trace(
                "answer",
                SpanType.CHAIN,
                span -> {
                    span.setInputs(Map.of("question", question));
                    String answer = ask(question);
                    span.setOutputs(answer);
                    return answer;
                });
    }

    // @end

    @Test
    void aBlockIsASpan() throws IOException {
        assertThat(answer("What is a ring?")).isEqualTo("It is a circle of bytes.");

        assertThat(journal.replayedTree()).isEqualTo("answer OK\n");
        assertThat(journal.replayedSpan("answer").outputs()).isEqualTo("It is a circle of bytes.");
    }

    @Test
    void whatABlockThrowsIsOnItsSpanAndComesOut() {
        assertThatThrownBy(() -> answer("")).isInstanceOf(IOException.class);

        assertThat(journal.replayedTree()).isEqualTo("answer ERROR IOException: no question\n");
    }

    // @start region=by-hand
    String answerByHand(String question) throws IOException {
        try (Span span = tracer.startSpan("answer", SpanType.CHAIN)) {
            try {
                return ask(question);
            } catch (IOException e) {
                span.recordException(e); // close() cannot see it
                throw e;
            }
        }
    }

    // @end

    @Test
    void aSpanByHandRecordsItsException() throws IOException {
        assertThat(answerByHand("What is a ring?")).isNotEmpty();
        assertThatThrownBy(() -> answerByHand("")).isInstanceOf(IOException.class);

        assertThat(journal.replayedAll())
                .extracting(trace -> trace.root().status())
                .containsExactly(SpanStatus.OK, SpanStatus.error("IOException: no question"));
    }

    @Test
    void aBuilderSaysEverythingAtOnce() {
        final Span request = tracer.startSpan("request");
        final long receivedEpochNanos = System.currentTimeMillis() * 1_000_000;
        request.close();
        // @start region=builder
        Span span =
                tracer.spanBuilder("rerank")
                        .type(SpanType.RERANKER)
                        .inputs(List.of("a.md", "b.md"))
                        .attribute("model", "small")
                        .parent(request) // instead of the current span
                        .startTime(receivedEpochNanos) // nanoseconds since the epoch
                        .start();
        // @end
        span.close();

        assertThat(journal.replayed().spans()).extracting(SpanData::type).contains("RERANKER");
    }

    @Test
    void aDetachedSpanEndsElsewhere() throws Exception {
        final CompletableFuture<String> answer = new CompletableFuture<>();
        // @start region=detached
        DetachedSpan span = tracer.startDetachedSpan("stream", SpanType.CHAT_MODEL);
        CompletableFuture<Void> done =
                answer.handle(
                        (text, failure) -> {
                            if (failure == null) {
                                span.setOutputs(text);
                            } else {
                                span.recordException(failure);
                            }
                            span.end();
                            return null;
                        });
        // @end
        final Thread other = new Thread(() -> answer.complete("text"));
        other.start();
        done.get();
        other.join();

        assertThat(journal.replayedSpan("stream").outputs()).isEqualTo("text");
    }

    // @start region=handles
    static final class Parser {
        private final SpanHandles spans;
        private final Symbol parse;
        private final Symbol length;

        Parser(Tracer tracer) {
            spans = tracer.handles();
            parse = tracer.symbol("parse");
            length = tracer.symbol("length");
        }

        int parse(String text) {
            long span = spans.start(parse);
            try {
                spans.setAttribute(span, length, text.length());
                return Integer.parseInt(text);
            } finally {
                spans.end(span);
            }
        }
    }

    // @end

    @Test
    void handlesAreSpansToo() {
        assertThat(new Parser(tracer).parse("42")).isEqualTo(42);

        assertThat(journal.replayedSpan("parse").attributes()).containsEntry("length", 2L);
    }

    // @start region=values
    record Weather(String city, double celsius) {}

    void describe(Span span) {
        span.setAttribute("attempts", 3);
        span.setAttribute("timeout", Duration.ofSeconds(2)); // "PT2S"
        span.setAttribute("weather", new Weather("Bern", 7.5)); // {"city": "Bern", "celsius": 7.5}
        span.setAttributes(Map.of("model", "small", "stop", List.of("\n", "END")));
        span.setOutputs(
                List.of(
                        new Document(
                                "A ring is …",
                                Map.of("doc_uri", "rings.md", "chunk_id", 7),
                                "rings-7")));
    }

    // @end

    @Test
    void valuesAreTakenAsTheyAre() {
        tracer.trace(
                "describe",
                SpanType.RETRIEVER,
                span -> {
                    describe(span);
                });

        assertThat(journal.replayed().toJson())
                .contains("\"timeout\": \"\\\"PT2S\\\"\"")
                .contains("{\\\"city\\\": \\\"Bern\\\", \\\"celsius\\\": 7.5}")
                .contains("\\\"id\\\": \\\"rings-7\\\"");
    }

    // @start region=events
    void validate(Span span, List<String> rows, long readEpochNanos) {
        span.addEvent("validation_completed", Map.of("rows", rows.size()));
        span.addEvent(SpanEvent.at("read", readEpochNanos, Map.of("source", "cache")));
        try {
            ask(rows.get(0));
        } catch (IOException e) {
            span.addEvent(SpanEvent.fromException(e)); // told of, but no failure of this span
        }
    }

    // @end

    // @start region=status
    void check(Span span, double score) {
        if (score < 0.5) {
            span.setStatus(SpanStatus.error("score too low: " + score));
        }
    }

    // @end

    @Test
    void eventsAndStatusesAreKept() {
        try (Span span = tracer.startSpan("validate")) {
            validate(span, List.of("", "b"), 1_761_106_494_524_157_000L);
            check(span, 0.25);
        }

        final SpanData span = journal.replayedSpan("validate");
        assertThat(span.events())
                .extracting(SpanEvent::name)
                .containsExactly("validation_completed", "read", "exception");
        assertThat(span.status()).isEqualTo(SpanStatus.error("score too low: 0.25"));
    }

    @Test
    void theTraceAsAWholeIsDescribedFromAnywhere() {
        final String sessionId = "session-1";
        final String userId = null; // nobody has logged in
        try (Span root = tracer.startSpan("root")) {
            // @start region=trace-level
            tracer.currentTrace()
                    .setTag("release", "2026.11")
                    .setSessionId(sessionId)
                    .setUserId(userId)
                    .setRequestPreview("What is a ring?");
            // @end
        }

        final Trace trace = journal.replayed();
        assertThat(trace.info().tags()).containsEntry("release", "2026.11");
        assertThat(trace.info().metadata())
                .containsEntry("mlflow.trace.session", "session-1")
                .doesNotContainKey("mlflow.trace.user");
        assertThat(trace.info().requestPreview()).isEqualTo("What is a ring?");
    }

    // @start region=token-usage
    void recordUsage(Span span, long inputTokens, long outputTokens) {
        span.setAttribute(
                "mlflow.chat.tokenUsage",
                Map.of(
                        "input_tokens", inputTokens,
                        "output_tokens", outputTokens,
                        "total_tokens", inputTokens + outputTokens));
    }

    // @end

    @Test
    void tokensAreSummedOverTheTrace() {
        tracer.trace(
                "root",
                root -> {
                    tracer.trace(
                            "a",
                            span -> {
                                recordUsage(span, 1, 2);
                            });
                    tracer.trace(
                            "b",
                            span -> {
                                recordUsage(span, 10, 20);
                            });
                });

        assertThat(journal.replayed().info().metadata().get("mlflow.trace.tokenUsage"))
                .isEqualTo("{\"input_tokens\": 11, \"output_tokens\": 22, \"total_tokens\": 33}");
    }
}
