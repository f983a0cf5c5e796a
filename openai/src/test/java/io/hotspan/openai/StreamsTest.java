package io.hotspan.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.entry;

import com.openai.core.http.StreamResponse;
import com.openai.errors.SseException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.completions.Completion;
import com.openai.models.responses.ResponseStreamEvent;
import io.hotspan.json.Json;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.StatusCode;
import io.hotspan.trace.SpanData;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams of a synchronous client: what is recorded, and when the span ends. */
@SuppressWarnings("MustBeClosedChecker") // what becomes of streams that are not is tested here
class StreamsTest {
    @TempDir Path directory;
    private TracedClient client;

    @BeforeEach
    void open() throws Exception {
        client = new TracedClient(directory);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void eachChunkIsAnEventThatHoldsItAsItCame() {
        consumeChat(Reply.of("chat.sse"));

        final List<SpanEvent> events = client.span().events();
        assertThat(events)
                .extracting(SpanEvent::name)
                .containsExactly(
                        "mlflow.chunk.item.0",
                        "mlflow.chunk.item.1",
                        "mlflow.chunk.item.2",
                        "mlflow.chunk.item.3",
                        "mlflow.chunk.item.4");
        final String sent =
                Reply.text("chat.sse").split("\n\n", -1)[1].substring("data: ".length());
        assertThat(Json.read((String) events.get(1).attributes().get("mlflow.chunk.value")))
                .isEqualTo(Json.read(sent));
    }

    @Test
    void theOutputsAreTheAnswerRebuilt() {
        consumeChat(Reply.of("chat.sse"));

        assertThat(client.span().outputs())
                .isEqualTo(
                        Json.read(
                                """
                                {"id": "chatcmpl-123", "object": "chat.completion",
                                 "created": 1694268190, "model": "gpt-4o-mini",
                                 "system_fingerprint": "fp_44709d6fcb",
                                 "usage": {"prompt_tokens": 19, "completion_tokens": 2,
                                           "total_tokens": 21},
                                 "choices": [{"index": 0, "logprobs": null,
                                   "message": {"role": "assistant", "content": "Hello wörld"},
                                   "finish_reason": "stop"}]}
                                """));
    }

    @Test
    void theInputsSayThatAStreamWasAskedFor() {
        consumeChat(Reply.of("chat.sse"));

        assertThat(client.span().inputs())
                .isEqualTo(Json.read(client.server().requests().get(0).body()));
        assertThat(client.span().attributes())
                .contains(entry("stream", true), entry("gen_ai.request.stream", true));
    }

    @Test
    void usageComesWithTheLastChunk() {
        consumeChat(Reply.of("chat.sse"));

        assertThat(client.span().attributes())
                .containsEntry(
                        "mlflow.chat.tokenUsage",
                        Map.of("input_tokens", 19L, "output_tokens", 2L, "total_tokens", 21L));
    }

    @Test
    void theTimeToTheFirstChunkIsShorterThanTheSpan() {
        consumeChat(Reply.of("chat.sse"));

        final SpanData span = client.span();
        assertThat((Double) span.attributes().get("gen_ai.response.time_to_first_chunk"))
                .isPositive()
                .isLessThan(span.durationNanos() / 1e9);
    }

    @Test
    void toolCallsAreRebuiltFromTheirPieces() {
        consumeChat(Reply.of("chat-tools.sse"));

        assertThat(client.span().outputs())
                .extracting("choices")
                .isEqualTo(
                        Json.read(
                                """
                                [{"index": 0, "logprobs": null, "finish_reason": "tool_calls",
                                  "message": {"role": "assistant", "content": null,
                                    "tool_calls": [
                                      {"id": "call_1", "type": "function",
                                        "function": {"name": "get_weather",
                                          "arguments": "{\\"city\\":\\"Paris\\"}"}},
                                      {"id": "call_2", "type": "function",
                                        "function": {"name": "get_time", "arguments": "{}"}}]}}]
                                """));
    }

    @Test
    void aStreamThatIsExhaustedEndsItsSpanWithoutBeingClosed() {
        client
                .answering(Reply.of("chat.sse"))
                .chat()
                .completions()
                .createStreaming(Requests.CHAT)
                .stream()
                .forEach(chunk -> {});

        assertThat(client.span().isOpen()).isFalse();
    }

    @Test
    void aStreamClosedEarlyEndsItsSpanOnceWithWhatHadCome() {
        final CountDownLatch hold = new CountDownLatch(1);
        final StreamResponse<ChatCompletionChunk> stream =
                client.answering(Reply.of("chat.sse").holdingAfter(2, hold))
                        .chat()
                        .completions()
                        .createStreaming(Requests.CHAT);
        final Iterator<ChatCompletionChunk> chunks = stream.stream().iterator();
        chunks.next();
        chunks.next();

        stream.close();
        final SpanData atClose = client.span();
        stream.close();
        hold.countDown();

        assertThat(atClose.isOpen()).isFalse();
        assertThat(atClose.status().code()).isEqualTo(StatusCode.OK);
        assertThat(atClose.events()).hasSize(2);
        assertThat(Json.write(atClose.outputs())).contains("\"content\": \"Hello\"");
        assertThat(client.span()).isEqualTo(atClose);
    }

    @Test
    void aStreamClosedBeforeAnythingCameHasNoOutputs() {
        client.answering(Reply.of("chat.sse"))
                .chat()
                .completions()
                .createStreaming(Requests.CHAT)
                .close();

        assertThat(client.span().isOpen()).isFalse();
        assertThat(client.span().outputs()).isNull();
    }

    @Test
    void aStreamThatFailsHalfwayIsAnErrorAndKeepsWhatHadCome() {
        final Throwable thrown = catchThrowable(() -> consumeChat(Reply.of("chat-failing.sse")));

        final SpanData span = client.span();
        assertThat(thrown).isInstanceOf(SseException.class);
        assertThat(span.status().code()).isEqualTo(StatusCode.ERROR);
        assertThat(span.status().description()).contains(thrown.getMessage());
        assertThat(span.events())
                .extracting(SpanEvent::name)
                .containsExactly("mlflow.chunk.item.0", "exception");
        assertThat(Json.write(span.outputs())).contains("Half");
    }

    @Test
    void whatTheProgramThrowsWhileItReadsIsNoFailureOfTheCall() {
        final IllegalStateException own = new IllegalStateException("the program's");

        assertThatThrownBy(
                        () -> {
                            try (StreamResponse<ChatCompletionChunk> stream =
                                    client.answering(Reply.of("chat.sse"))
                                            .chat()
                                            .completions()
                                            .createStreaming(Requests.CHAT)) {
                                stream.stream()
                                        .forEach(
                                                chunk -> {
                                                    throw own;
                                                });
                            }
                        })
                .isSameAs(own);
        assertThat(client.span().status().code()).isEqualTo(StatusCode.OK);
        assertThat(client.span().isOpen()).isFalse();
    }

    @Test
    void aChunkIsTakenNoEarlierThanItIsAskedFor() {
        final CountDownLatch hold = new CountDownLatch(1);
        try (StreamResponse<ChatCompletionChunk> stream =
                client.answering(Reply.of("chat.sse").holdingAfter(2, hold))
                        .chat()
                        .completions()
                        .createStreaming(Requests.CHAT)) {

            // were a third one asked for, this would wait for ever
            assertThat(stream.stream().limit(2).count()).isEqualTo(2);
        } finally {
            hold.countDown();
        }
    }

    @Test
    void aResponseIsTheOneThatTheLastEventBrings() {
        consumeResponse(Reply.of("response.sse"));

        final SpanData span = client.span();
        assertThat(span.name()).isEqualTo("Responses");
        assertThat(span.events()).hasSize(9);
        assertThat(Json.write(span.outputs()))
                .contains("\"status\": \"completed\"", "\"text\": \"Hi there!\"");
        assertThat(span.attributes().get("mlflow.chat.tokenUsage"))
                .isEqualTo(
                        Map.of(
                                "input_tokens",
                                37L,
                                "output_tokens",
                                11L,
                                "total_tokens",
                                48L,
                                "cache_read_input_tokens",
                                0L));
    }

    @Test
    void aResponseClosedEarlyHoldsThePartsThatHadCome() {
        try (StreamResponse<ResponseStreamEvent> stream =
                client.answering(Reply.of("response.sse"))
                        .responses()
                        .createStreaming(Requests.RESPONSE)) {
            assertThat(stream.stream().limit(4).count()).isEqualTo(4);
        }

        assertThat(Json.write(client.span().outputs()))
                .contains(
                        "\"id\": \"resp_67c9\"",
                        "\"status\": \"in_progress\"",
                        "{\"annotations\": [], \"text\": \"Hi\", \"type\": \"output_text\"}");
    }

    @Test
    void aTextCompletionIsRebuiltWhole() {
        try (StreamResponse<Completion> stream =
                client.answering(Reply.of("completion.sse"))
                        .completions()
                        .createStreaming(Requests.COMPLETION)) {
            assertThat(stream.stream().count()).isEqualTo(3);
        }

        assertThat(Json.write(client.span().outputs()))
                .contains(
                        "\"object\": \"text_completion\"",
                        "\"text\": \"This is a test\"",
                        "\"finish_reason\": \"stop\"");
    }

    private void consumeChat(final Reply reply) {
        try (StreamResponse<ChatCompletionChunk> stream =
                client.answering(reply)
                        .chat()
                        .completions()
                        .createStreaming(Requests.CHAT_WITH_USAGE)) {
            stream.stream().forEach(chunk -> {});
        }
    }

    private void consumeResponse(final Reply reply) {
        try (StreamResponse<ResponseStreamEvent> stream =
                client.answering(reply).responses().createStreaming(Requests.RESPONSE)) {
            stream.stream().forEach(event -> {});
        }
    }
}
