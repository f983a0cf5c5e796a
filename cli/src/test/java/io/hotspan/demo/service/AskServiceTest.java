package io.hotspan.demo.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import io.hotspan.Hotspan;
import io.hotspan.demo.chat.ChatClient;
import io.hotspan.demo.chat.ChatEndpoint;
import io.hotspan.demo.chat.LoopbackChat;
import io.hotspan.demo.corpus.Corpus;
import io.hotspan.demo.corpus.TextFile;
import io.hotspan.demo.http.JsonRequest;
import io.hotspan.demo.http.JsonResponse;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanType;
import io.hotspan.model.StatusCode;
import io.hotspan.model.TraceId;
import io.hotspan.replay.Replay;
import io.hotspan.replay.TraceSummary;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import io.hotspan.trace.TraceTree;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskServiceTest {
    @TempDir Path directory;
    private final AtomicLong openedSpans = new AtomicLong();
    private final Corpus corpus =
            new Corpus(
                    List.of(
                            new TextFile("tea.txt", "Tea is made with boiling water."),
                            new TextFile("ring.txt", "Rings are files of one thread.")));
    private Hotspan hotspan;
    private LoopbackChat chat;

    @BeforeEach
    void open() throws IOException {
        hotspan = Hotspan.open(directory);
        chat = LoopbackChat.start(1);
    }

    @AfterEach
    void close() throws IOException {
        hotspan.close();
        chat.close();
        corpus.close();
    }

    @Test
    void aQuestionIsAnsweredFromThePassages() {
        assertThat(ask("What is tea made with?"))
                .isEqualTo(
                        new JsonResponse(
                                200,
                                Map.of(
                                        "answer",
                                        "Tea is made with boiling water. [1]",
                                        "model",
                                        LoopbackChat.MODEL,
                                        "sources",
                                        List.of("tea.txt#1"))));
    }

    @Test
    void eachStepIsASpan() {
        ask("What is tea made with?");
        final Trace trace = onlyTrace();
        assertThat(TraceTree.compact(trace)).isEqualTo("answer OK\n  retrieve OK\n  chat OK\n");
        assertThat(trace.spans())
                .extracting(SpanData::type)
                .containsExactly(SpanType.CHAIN, SpanType.RETRIEVER, SpanType.CHAT_MODEL);
        assertThat(openedSpans).hasValue(3);
    }

    @Test
    void theRequestHasItsInputsOutputsAndAnEvent() {
        ask("What is tea made with?");
        final SpanData answer = span("answer");
        assertThat(answer.inputs()).isEqualTo(Map.of("question", "What is tea made with?"));
        assertThat(((Map<?, ?>) answer.outputs()).get("answer"))
                .isEqualTo("Tea is made with boiling water. [1]");
        assertThat(answer.events())
                .extracting(SpanEvent::name)
                .containsExactly("retrieval.completed");
    }

    @Test
    void retrievalGivesDocuments() {
        ask("What is tea made with?");
        final List<?> documents = (List<?>) span("retrieve").outputs();
        assertThat(documents).hasSize(1);
        final Map<?, ?> document = (Map<?, ?>) documents.get(0);
        assertThat(document.get("page_content")).isEqualTo("Tea is made with boiling water.");
        assertThat(document.get("id")).isEqualTo("tea.txt#1");
        final Map<?, ?> metadata = (Map<?, ?>) document.get("metadata");
        assertThat(metadata.get("doc_uri")).isEqualTo("tea.txt");
        assertThat(metadata.get("chunk_id")).isEqualTo("tea.txt#1");
        assertThat((Double) metadata.get("relevance_score")).isPositive();
    }

    @Test
    void theChatCallHasMessagesAnswerAndTokens() {
        ask("What is tea made with?");
        final SpanData call = span("chat");
        final List<?> messages = (List<?>) ((Map<?, ?>) call.inputs()).get("messages");
        assertThat(messages)
                .extracting(message -> ((Map<?, ?>) message).get("role"))
                .isEqualTo(List.of("system", "user"));
        assertThat(call.outputs())
                .isEqualTo(
                        Map.of(
                                "role",
                                "assistant",
                                "content",
                                "Tea is made with boiling water. [1]"));
        final Map<?, ?> tokens = (Map<?, ?>) call.attributes().get("mlflow.chat.tokenUsage");
        assertThat((Long) tokens.get("total_tokens"))
                .isEqualTo((Long) tokens.get("input_tokens") + (Long) tokens.get("output_tokens"));
        assertThat(call.events()).extracting(SpanEvent::name).containsExactly("answer.received");
    }

    @Test
    void anEmptyQuestionIsRefusedAndRecorded() {
        final JsonResponse response = ask(" ");
        assertThat(response.status()).isEqualTo(422);
        assertThat(TraceTree.compact(onlyTrace()))
                .isEqualTo(
                        "answer ERROR InvalidQuestionException: the question is empty; ask"
                                + " something of 1 to 1000 characters\n");
        assertThat(span("answer").events())
                .extracting(SpanEvent::name)
                .containsExactly(SpanEvent.EXCEPTION);
    }

    @Test
    void aQuestionThatIsTooLongIsRefused() {
        final JsonResponse response = ask("x".repeat(1_001));
        assertThat(response)
                .isEqualTo(
                        new JsonResponse(
                                422,
                                Map.of(
                                        "error",
                                        "the question is too long: characters=1001, max=1000")));
        assertThat(ask("x".repeat(1_000)).status()).isEqualTo(200);
    }

    @Test
    void aModelThatFailsIsABadGateway() {
        chat.close();
        assertThat(ask("What is tea made with?").status()).isEqualTo(502);
        assertThat(span("chat").status().code()).isEqualTo(StatusCode.ERROR);
        assertThat(span("answer").status().code()).isEqualTo(StatusCode.ERROR);
        assertThat(span("retrieve").status().code()).isEqualTo(StatusCode.OK);
    }

    @Test
    void theSpansHangOnTheCallers() {
        final Headers headers = new Headers();
        headers.set("traceparent", "00-66aa81ba5c65ab67304427ca1f198354-fe6098651c5b4eac-01");
        handle("POST", "/ask", headers, "{\"question\": \"tea\"}");
        final SpanData answer = span("answer");
        assertThat(answer.traceId()).isEqualTo("tr-66aa81ba5c65ab67304427ca1f198354");
        assertThat(answer.parentSpanId()).isEqualTo("fe6098651c5b4eac");
    }

    @Test
    void whatIsNoQuestionIsNotTraced() {
        assertThat(handle("POST", "/other", new Headers(), "{}").status()).isEqualTo(404);
        assertThat(handle("GET", "/ask", new Headers(), "{}").status()).isEqualTo(405);
        assertThat(handle("POST", "/ask", new Headers(), "no json").status()).isEqualTo(400);
        assertThat(handle("POST", "/ask", new Headers(), "{\"question\": 1}").status())
                .isEqualTo(400);
        assertThat(openedSpans).hasValue(0);
    }

    private JsonResponse ask(final String question) {
        return handle("POST", "/ask", new Headers(), "{\"question\": \"" + question + "\"}");
    }

    private JsonResponse handle(
            final String method, final String path, final Headers headers, final String body) {
        final ChatEndpoint endpoint = chat.endpoint();
        final QuestionAnswering answering =
                new QuestionAnswering(
                        hotspan.tracer(),
                        openedSpans,
                        corpus,
                        new ChatClient(
                                new ChatEndpoint(
                                        URI.create(endpoint.baseUri().toString()), "key", "m"),
                                HttpClient.newHttpClient()));
        return new AskService(hotspan.tracer(), answering)
                .handle(new JsonRequest(method, path, headers, body));
    }

    private SpanData span(final String name) {
        return onlyTrace().spans().stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Trace onlyTrace() {
        hotspan.close(); // all is in the journal
        final Replay replay = new Replay(directory);
        final List<TraceSummary> traces = replay.newest(10);
        assertThat(traces).hasSize(1);
        final TraceId id = traces.get(0).id();
        return replay.find(id).orElseThrow();
    }
}
