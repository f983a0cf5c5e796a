package io.hotspan.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.openai.core.http.AsyncStreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import io.hotspan.json.Json;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.StatusCode;
import io.hotspan.trace.SpanData;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same of an asynchronous client: a span ends when the future completes, or the stream. */
class AsyncClientTest {
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
    void whoSeesTheAnswerFindsTheSpanEnded() {
        client.answering(Reply.of("chat.json"))
                .async()
                .chat()
                .completions()
                .create(Requests.CHAT)
                .join();

        final SpanData span = client.span();
        assertThat(span.name()).isEqualTo("Completions");
        assertThat(span.isOpen()).isFalse();
        assertThat(span.inputs()).isEqualTo(Json.read(client.server().requests().get(0).body()));
        assertThat(span.outputs()).isEqualTo(Json.read(Reply.text("chat.json")));
    }

    @Test
    void responsesCompletionsAndEmbeddingsAreSpansToo() {
        client.answering(Reply.of("response.json"))
                .async()
                .responses()
                .create(Requests.RESPONSE)
                .join();
        assertThat(client.span().name()).isEqualTo("Responses");

        client.answering(Reply.of("completion.json"))
                .async()
                .completions()
                .create(Requests.COMPLETION)
                .join();
        assertThat(client.span().type()).isEqualTo("LLM");

        client.answering(Reply.of("embeddings.json"))
                .async()
                .embeddings()
                .create(Requests.EMBEDDING)
                .join();
        assertThat(client.span().name()).isEqualTo("Embeddings");
    }

    @Test
    void aFailureIsTheOneThatTheProgramSees() {
        final Throwable thrown =
                catchThrowable(
                        () ->
                                client.answering(Reply.of("bad-request.json").status(400))
                                        .async()
                                        .chat()
                                        .completions()
                                        .create(Requests.CHAT)
                                        .join());

        final SpanData span = client.span();
        assertThat(thrown)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(BadRequestException.class);
        assertThat(span.status().code()).isEqualTo(StatusCode.ERROR);
        assertThat(span.status().description()).startsWith("BadRequestException: 400");
    }

    @Test
    void aCancelledCallEndsItsSpan() {
        final CountDownLatch hold = new CountDownLatch(1);
        final CompletableFuture<ChatCompletion> answer =
                client.answering(Reply.of("chat.json").holdingAfter(0, hold))
                        .async()
                        .chat()
                        .completions()
                        .create(Requests.CHAT);

        answer.cancel(true);
        hold.countDown();

        assertThatThrownBy(answer::join).isInstanceOf(CancellationException.class);
        assertThat(client.span().status().description()).startsWith("CancellationException");
    }

    @Test
    void aStreamHandsOutItsChunksAndRecordsThem() {
        final Received received = new Received();
        client.answering(Reply.of("chat.sse"))
                .async()
                .chat()
                .completions()
                .createStreaming(Requests.CHAT)
                .subscribe(received)
                .onCompleteFuture()
                .join();

        final SpanData span = client.span();
        assertThat(received.chunks).hasSize(5);
        assertThat(received.errors).containsExactly(Optional.empty());
        assertThat(span.events()).hasSize(5);
        assertThat(Json.write(span.outputs())).contains("Hello wörld");
        assertThat(span.attributes()).containsKey("gen_ai.response.time_to_first_chunk");
    }

    @Test
    void aStreamClosedEarlyEndsItsSpanOnceWithWhatHadCome() {
        final CountDownLatch hold = new CountDownLatch(1);
        final AtomicInteger received = new AtomicInteger();
        final AsyncStreamResponse<ChatCompletionChunk> stream =
                client.answering(Reply.of("chat.sse").holdingAfter(2, hold))
                        .async()
                        .chat()
                        .completions()
                        .createStreaming(Requests.CHAT);
        stream.subscribe(
                chunk -> {
                    if (received.incrementAndGet() == 2) {
                        stream.close();
                    }
                });
        stream.onCompleteFuture().join();
        hold.countDown();

        final SpanData span = client.span();
        assertThat(span.isOpen()).isFalse();
        assertThat(span.status().code()).isEqualTo(StatusCode.OK);
        assertThat(span.events()).hasSize(2);
        assertThat(Json.write(span.outputs())).contains("\"content\": \"Hello\"");
    }

    @Test
    void aStreamThatIsClosedAndNeverReadEndsItsSpan() {
        final AsyncStreamResponse<ChatCompletionChunk> stream =
                client.answering(Reply.of("chat.sse"))
                        .async()
                        .chat()
                        .completions()
                        .createStreaming(Requests.CHAT);

        stream.close();
        stream.onCompleteFuture().join();

        assertThat(client.span().isOpen()).isFalse();
    }

    @Test
    void aStreamThatFailsHalfwayIsAnErrorForTheHandlerAndForTheSpan() {
        final Received received = new Received();
        final AsyncStreamResponse<ChatCompletionChunk> stream =
                client.answering(Reply.of("chat-failing.sse"))
                        .async()
                        .chat()
                        .completions()
                        .createStreaming(Requests.CHAT)
                        .subscribe(received);

        assertThatThrownBy(() -> stream.onCompleteFuture().join());
        assertThat(received.errors).singleElement().asString().contains("SseException");
        assertThat(client.span().status().code()).isEqualTo(StatusCode.ERROR);
        assertThat(client.span().events())
                .extracting(SpanEvent::name)
                .containsExactly("mlflow.chunk.item.0", "exception");
    }

    @Test
    void whatTheHandlerThrowsIsNoFailureOfTheCall() {
        final AsyncStreamResponse<ChatCompletionChunk> stream =
                client.answering(Reply.of("chat.sse"))
                        .async()
                        .chat()
                        .completions()
                        .createStreaming(Requests.CHAT)
                        .subscribe(
                                chunk -> {
                                    throw new IllegalStateException("the program's");
                                });

        assertThatThrownBy(() -> stream.onCompleteFuture().join())
                .hasRootCauseMessage("the program's");
        assertThat(client.span().status().code()).isEqualTo(StatusCode.OK);
    }

    @Test
    void aCallHangsOnTheSpanThatIsCurrentWhereItIsMade() {
        client.server().willAnswer(Reply.of("chat.json"));
        final CompletableFuture<ChatCompletion> answer =
                client.hotspan()
                        .tracer()
                        .trace(
                                "answer",
                                span -> {
                                    return client.traced()
                                            .async()
                                            .chat()
                                            .completions()
                                            .create(Requests.CHAT);
                                });
        answer.join();

        final SpanData root = client.trace().root();
        assertThat(client.trace().spans())
                .filteredOn(span -> span.name().equals("Completions"))
                .singleElement()
                .extracting(SpanData::parentSpanId)
                .isEqualTo(root.spanId());
    }

    /** Keeps what a handler is given. */
    private static final class Received
            implements AsyncStreamResponse.Handler<ChatCompletionChunk> {
        private final List<ChatCompletionChunk> chunks = new CopyOnWriteArrayList<>();
        private final List<Optional<Throwable>> errors = new CopyOnWriteArrayList<>();

        @Override
        public void onNext(final ChatCompletionChunk chunk) {
            chunks.add(chunk);
        }

        @Override
        public void onComplete(final Optional<Throwable> error) {
            errors.add(error);
        }
    }
}
