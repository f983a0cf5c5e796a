package io.hotspan.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.ClientOptions;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.StructuredChatCompletion;
import com.openai.models.chat.completions.StructuredChatCompletionCreateParams;
import io.hotspan.json.Json;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.StatusCode;
import io.hotspan.trace.SpanData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A traced client does what the bare one does: both are asked the same. */
class SameAsBareTest {
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
    void theResultsAreEqual() {
        sameResult("chat.json", it -> it.chat().completions().create(Requests.CHAT));
        sameResult("response.json", it -> it.responses().create(Requests.RESPONSE));
        sameResult("completion.json", it -> it.completions().create(Requests.COMPLETION));
        sameResult("embeddings.json", it -> it.embeddings().create(Requests.EMBEDDING));
        sameResult("chat.json", it -> it.async().chat().completions().create(Requests.CHAT).join());
        sameResult("chat.sse", SameAsBareTest::chunks);
    }

    @Test
    void theRequestsAreEqualWithAllTheirHeaders() {
        ask("chat.json", it -> it.chat().completions().create(Requests.CHAT));
        ask("chat.sse", SameAsBareTest::chunks);
        ask("chat.json", it -> it.async().chat().completions().create(Requests.CHAT).join());

        final List<LoopbackOpenAI.Request> requests = client.server().requests();
        for (int index = 0; index < requests.size(); index += 2) {
            assertThat(comparable(requests.get(index + 1)))
                    .isEqualTo(comparable(requests.get(index)));
        }
    }

    @Test
    void theExceptionsAreEqual() {
        client.server()
                .willAnswer(
                        Reply.of("bad-request.json").status(400),
                        Reply.of("bad-request.json").status(400));
        final Throwable bare =
                catchThrowable(() -> client.bare().chat().completions().create(Requests.CHAT));
        final Throwable traced =
                catchThrowable(() -> client.traced().chat().completions().create(Requests.CHAT));

        final SpanData span = client.span();
        assertThat(traced).hasSameClassAs(bare).hasMessage(bare.getMessage());
        assertThat(((OpenAIServiceException) traced).body())
                .isEqualTo(((OpenAIServiceException) bare).body());
        assertThat(span.status().code()).isEqualTo(StatusCode.ERROR);
        assertThat(span.events()).extracting(SpanEvent::name).containsExactly("exception");
        assertThat(span.attributes())
                .containsEntry("http.response.status_code", 400L)
                .containsEntry("error.type", bare.getClass().getName());
    }

    @Test
    void anAnswerThatIsNoJsonFailsAsItDoes() {
        sameFailure("chat.sse", it -> it.chat().completions().create(Requests.CHAT));
    }

    @Test
    void aServerThatIsNotThereFailsAsItDoes() {
        client.server().close();
        final Throwable bare =
                catchThrowable(() -> client.bare().chat().completions().create(Requests.CHAT));
        final Throwable traced =
                catchThrowable(() -> client.traced().chat().completions().create(Requests.CHAT));

        assertThat(traced).hasSameClassAs(bare).hasMessage(bare.getMessage());
        assertThat(client.span().status().code()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aServiceIsTheSameObjectEachTime() {
        assertThat(client.traced().chat()).isSameAs(client.traced().chat());
        assertThat(client.traced().chat().completions())
                .isSameAs(client.traced().chat().completions());
        assertThat(client.traced()).isEqualTo(client.traced()).isNotEqualTo(client.bare());
        assertThat(client.traced()).hasSameHashCodeAs(client.traced());
        assertThat(client.traced().toString()).contains("Traced[OpenAIClient: ");
    }

    @Test
    void aTracedClientIsNotTracedTwice() {
        assertThat(HotspanOpenAI.trace(client.traced(), client.hotspan().tracer()))
                .isSameAs(client.traced());
    }

    @Test
    void anAsyncClientThatIsTracedLeadsBackToATracedOne() {
        final OpenAIClient sync =
                HotspanOpenAI.trace(client.bare().async(), client.hotspan().tracer()).sync();
        client.server().willAnswer(Reply.of("chat.json"));
        sync.chat().completions().create(Requests.CHAT);

        assertThat(client.span().name()).isEqualTo("Completions");
    }

    @Test
    void otherOptionsHoldAndTheCallsAreStillTraced() {
        final Consumer<ClientOptions.Builder> options = builder -> builder.putHeader("X-Own", "1");
        ask("chat.json", it -> it.withOptions(options).chat().completions().create(Requests.CHAT));

        assertThat(client.server().requests())
                .extracting(request -> request.headers().get("x-own"))
                .containsExactly("[1]", "[1]");
        assertThat(client.span().name()).isEqualTo("Completions");
    }

    @Test
    void aStructuredAnswerIsTheSameAndRecordedRaw() {
        final StructuredChatCompletionCreateParams<Greeting> params =
                Requests.CHAT.toBuilder().responseFormat(Greeting.class).build();
        client.server().willAnswer(Reply.of("chat.json"));

        final StructuredChatCompletion<Greeting> answer =
                client.traced().chat().completions().create(params);

        assertThat(answer.id()).startsWith("chatcmpl");
        assertThat(client.span().outputs()).isEqualTo(Json.read(Reply.text("chat.json")));
        assertThat(client.span().inputs())
                .isEqualTo(Json.read(client.server().requests().get(0).body()));
        assertThat(client.span().attributes()).containsEntry("gen_ai.output.type", "json");
    }

    @Test
    void aRawResponseIsRecordedWhenItIsParsed() {
        client.server().willAnswer(Reply.of("chat.json").header("x-request-id", "req_1"));
        try (HttpResponseFor<ChatCompletion> raw =
                client.traced().withRawResponse().chat().completions().create(Requests.CHAT)) {
            assertThat(raw.statusCode()).isEqualTo(200);
            assertThat(raw.requestId()).hasValue("req_1");
            assertThat(client.newestTrace().root().isOpen()).isTrue();

            assertThat(raw.parse()).isSameAs(raw.parse());
        }
        assertThat(client.span().outputs()).isEqualTo(Json.read(Reply.text("chat.json")));
    }

    @Test
    void aRawResponseThatIsReadByHandIsTheProgramsAndEndsWithItsClose() throws IOException {
        client.server().willAnswer(Reply.of("chat.json"));
        try (HttpResponseFor<ChatCompletion> raw =
                client.traced().chat().completions().withRawResponse().create(Requests.CHAT)) {
            assertThat(new String(raw.body().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Reply.text("chat.json"));
        }

        assertThat(client.span().isOpen()).isFalse();
        assertThat(client.span().hasOutputs()).isFalse();
    }

    @Test
    @SuppressWarnings("MustBeClosedChecker") // the future's result is closed
    void aRawStreamIsRecordedAsAStreamIs() {
        client.server().willAnswer(Reply.of("chat.sse"));
        try (HttpResponseFor<StreamResponse<ChatCompletionChunk>> raw =
                client.traced()
                        .async()
                        .withRawResponse()
                        .chat()
                        .completions()
                        .createStreaming(Requests.CHAT)
                        .join()) {
            assertThat(raw.parse().stream().limit(2).count()).isEqualTo(2);
        }

        assertThat(client.span().isOpen()).isFalse();
        assertThat(client.span().events()).hasSize(2);
        assertThat(Json.write(client.span().outputs())).contains("Hello");
    }

    @Test
    void closingItClosesTheBareOne() throws IOException {
        try (TracedClient other = new TracedClient(directory.resolve("other"))) {
            other.traced().close();
            sameFailureOf(
                    () -> other.bare().async().chat().completions().create(Requests.CHAT).join(),
                    () -> other.traced().async().chat().completions().create(Requests.CHAT).join());
        }
    }

    @Test
    void aRetriedCallIsOneSpanThatTellsOfItsRetries() {
        final OpenAIClient retrying = retrying();
        client.server()
                .willAnswer(
                        Reply.of("rate-limit.json").status(429).header("Retry-After-Ms", "1"),
                        Reply.of("rate-limit.json").status(500).header("Retry-After-Ms", "2"),
                        Reply.of("chat.json"));
        retrying.chat().completions().create(Requests.CHAT);

        final SpanData span = client.span();
        assertThat(span.status().code()).isEqualTo(StatusCode.OK);
        assertThat(span.events()).extracting(SpanEvent::name).containsExactly("retry", "retry");
        assertThat(span.events().get(1).attributes())
                .isEqualTo(Map.of("attempt", 2L, "slept", 0.002));
        retrying.close();
    }

    @Test
    void aCallWhoseRetriesAreUsedUpFailsWithItsLastFailure() {
        final OpenAIClient retrying = retrying();
        final Reply limited = Reply.of("rate-limit.json").status(429).header("Retry-After-Ms", "1");
        client.server().willAnswer(limited, limited, limited);
        final Throwable thrown =
                catchThrowable(
                        () -> retrying.async().chat().completions().create(Requests.CHAT).join());

        final SpanData span = client.span();
        assertThat(thrown).hasMessageContaining("429");
        assertThat(span.events())
                .extracting(SpanEvent::name)
                .containsExactly("retry", "retry", "exception");
        assertThat(span.attributes()).containsEntry("http.response.status_code", 429L);
        retrying.close();
    }

    /** What a model is asked to answer with. */
    static final class Greeting {
        public String text;
    }

    private OpenAIClient retrying() {
        return HotspanOpenAI.trace(
                OpenAIOkHttpClient.builder()
                        .baseUrl(client.server().baseUrl())
                        .apiKey("key")
                        .maxRetries(2)
                        .build(),
                client.hotspan().tracer());
    }

    private static List<ChatCompletionChunk> chunks(final OpenAIClient asked) {
        try (StreamResponse<ChatCompletionChunk> stream =
                asked.chat().completions().createStreaming(Requests.CHAT)) {
            return stream.stream().toList();
        }
    }

    private void ask(final String resource, final Function<OpenAIClient, Object> question) {
        client.server().willAnswer(Reply.of(resource), Reply.of(resource));
        assertThat(question.apply(client.bare())).isNotNull();
        assertThat(question.apply(client.traced())).isNotNull();
    }

    private void sameResult(final String resource, final Function<OpenAIClient, Object> question) {
        client.server().willAnswer(Reply.of(resource), Reply.of(resource));
        final Object bare = question.apply(client.bare());
        assertThat(question.apply(client.traced())).isEqualTo(bare);
    }

    private void sameFailure(final String resource, final Function<OpenAIClient, Object> question) {
        client.server().willAnswer(Reply.of(resource), Reply.of(resource));
        sameFailureOf(
                () -> assertThat(question.apply(client.bare())).isNull(),
                () -> assertThat(question.apply(client.traced())).isNull());
    }

    private static void sameFailureOf(final Runnable bare, final Runnable traced) {
        final Throwable expected = catchThrowable(bare::run);
        assertThat(expected).isNotNull();
        assertThat(catchThrowable(traced::run))
                .hasSameClassAs(expected)
                .hasMessage(expected.getMessage());
    }

    private static Object comparable(final LoopbackOpenAI.Request request) {
        final Map<String, String> headers = new TreeMap<>(request.headers());
        headers.remove("date");
        return List.of(request.method(), request.path(), headers, request.body());
    }
}
