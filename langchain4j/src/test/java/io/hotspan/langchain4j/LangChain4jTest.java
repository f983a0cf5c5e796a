package io.hotspan.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.entry;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import io.hotspan.Hotspan;
import io.hotspan.json.Json;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanType;
import io.hotspan.model.StatusCode;
import io.hotspan.trace.SpanData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Models of LangChain4j that speak to a server over HTTP, and what the journal holds of it. */
class LangChain4jTest {
    private static final String ANSWER =
            """
            {"id": "chatcmpl-abc123", "object": "chat.completion", "created": 1699896916,
             "model": "gpt-4o-mini-2024-07-18",
             "choices": [{"index": 0, "message": {"role": "assistant", "content": null,
                 "tool_calls": [{"id": "call_1", "type": "function", "function":
                   {"name": "get_weather", "arguments": "{\\"city\\": \\"Paris\\"}"}}]},
               "logprobs": null, "finish_reason": "tool_calls"}],
             "usage": {"prompt_tokens": 82, "completion_tokens": 17, "total_tokens": 99}}
            """;
    private static final String STREAM =
            """
            data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"gpt-4o-mini","choices":[{"index":0,"delta":{"role":"assistant","content":"Hel"},"finish_reason":null}]}

            data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"gpt-4o-mini","choices":[{"index":0,"delta":{"content":"lo"},"finish_reason":null}]}

            data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"gpt-4o-mini","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"gpt-4o-mini","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":2,"total_tokens":11}}

            data: [DONE]

            """;
    private static final String EMBEDDINGS =
            """
            {"object": "list", "data": [{"object": "embedding", "embedding": [0.5, -0.25],
             "index": 0}], "model": "text-embedding-3-small",
             "usage": {"prompt_tokens": 8, "total_tokens": 8}}
            """;

    @TempDir Path directory;
    private Hotspan hotspan;
    private AnsweringServer server;

    @BeforeEach
    void open() throws Exception {
        hotspan = Hotspan.open(directory);
        server = new AnsweringServer();
    }

    @AfterEach
    void close() {
        server.close();
        hotspan.close();
    }

    @Test
    void aCallOfAChatModelIsTheSpanOfAChatCompletion() {
        server.willAnswer(200, ANSWER);
        chatModel().chat(request());

        final SpanData span = span();
        assertThat(span.name()).isEqualTo("Completions");
        assertThat(span.type()).isEqualTo(SpanType.CHAT_MODEL);
        assertThat(span.isOpen()).isFalse();
        assertThat(span.attributes())
                .contains(
                        entry("model", "gpt-4o-mini"),
                        entry("temperature", 0.5),
                        entry("mlflow.llm.model", "gpt-4o-mini-2024-07-18"),
                        entry("mlflow.message.format", "openai"),
                        entry("gen_ai.operation.name", "chat"),
                        entry("gen_ai.provider.name", "openai"),
                        entry("gen_ai.request.temperature", 0.5),
                        entry("gen_ai.response.id", "chatcmpl-abc123"),
                        entry("gen_ai.response.finish_reasons", List.of("tool_calls")),
                        entry(
                                "mlflow.chat.tokenUsage",
                                Map.of(
                                        "input_tokens",
                                        82L,
                                        "output_tokens",
                                        17L,
                                        "total_tokens",
                                        99L)));
    }

    @Test
    void messagesToolsAndToolCallsAreInTheFormatOfOpenAi() {
        server.willAnswer(200, ANSWER);
        chatModel().chat(request());

        assertThat(span().inputs())
                .extracting("messages")
                .isEqualTo(
                        Json.read(
                                """
                                [{"role": "system", "content": "Be brief."},
                                 {"role": "user", "content": "How is the weather in Paris?"}]
                                """));
        assertThat(span().attributes().get("mlflow.chat.tools"))
                .isEqualTo(
                        Json.read(
                                """
                                [{"type": "function", "function": {"name": "get_weather",
                                  "description": "Tells the weather",
                                  "parameters": {"type": "object",
                                    "properties": {"city": {"type": "string"}},
                                    "required": ["city"]}}}]
                                """));
        assertThat(span().outputs())
                .extracting("choices")
                .isEqualTo(
                        Json.read(
                                """
                                [{"index": 0, "finish_reason": "tool_calls",
                                  "message": {"role": "assistant", "content": null,
                                   "tool_calls": [{"id": "call_1", "type": "function",
                                     "function": {"name": "get_weather",
                                       "arguments": "{\\"city\\": \\"Paris\\"}"}}]}}]
                                """));
    }

    @Test
    @Timeout(60)
    void aStreamedAnswerEndsTheSpanOnTheThreadWhereItCame() {
        server.willAnswer(200, STREAM);
        final CompletableFuture<ChatResponse> answer = new CompletableFuture<>();
        OpenAiStreamingChatModel.builder()
                .baseUrl(server.baseUrl())
                .apiKey("key")
                .modelName("gpt-4o-mini")
                .listeners(List.of(new HotspanChatModelListener(hotspan.tracer())))
                .build()
                .chat(ChatRequest.builder().messages(UserMessage.from("Hi")).build(), to(answer));
        answer.join();

        assertThat(Json.write(endedSpan().outputs())).contains("\"content\": \"Hello\"");
        assertThat(endedSpan().attributes())
                .containsEntry(
                        "mlflow.chat.tokenUsage",
                        Map.of("input_tokens", 9L, "output_tokens", 2L, "total_tokens", 11L));
    }

    @Test
    void aFailureIsAnErrorOfTheSpan() {
        server.willAnswer(400, "{\"error\": {\"message\": \"no such model\"}}");
        final Throwable thrown = catchThrowable(() -> chatModel().chat(request()));

        assertThat(thrown).isNotNull();
        assertThat(span().status().code()).isEqualTo(StatusCode.ERROR);
        assertThat(span().events()).extracting(SpanEvent::name).containsExactly("exception");
        assertThat(span().attributes()).containsKey("error.type");
    }

    @Test
    void anEmbeddingIsASpanOfTypeEmbedding() {
        server.willAnswer(200, EMBEDDINGS);
        final EmbeddingModel model =
                OpenAiEmbeddingModel.builder()
                        .baseUrl(server.baseUrl())
                        .apiKey("key")
                        .modelName("text-embedding-3-small")
                        .build()
                        .addListener(new HotspanEmbeddingModelListener(hotspan.tracer()));
        model.embed("some text");

        final SpanData span = span();
        assertThat(span.name()).isEqualTo("Embeddings");
        assertThat(span.type()).isEqualTo(SpanType.EMBEDDING);
        assertThat(span.inputs())
                .isEqualTo(
                        Map.of("input", List.of("some text"), "model", "text-embedding-3-small"));
        assertThat(Json.write(span.outputs())).contains("[0.5, -0.25]");
        assertThat(span.attributes())
                .contains(
                        entry("gen_ai.operation.name", "embeddings"),
                        entry("gen_ai.usage.input_tokens", 8L));
    }

    @Test
    void whatARetrieverGivesAreDocuments() {
        final ContentRetriever retriever =
                new Shelf()
                        .addListener(
                                new HotspanContentRetrieverListener(hotspan.tracer(), "Shelf"));
        retriever.retrieve(Query.from("What is a ring?"));

        final SpanData span = span();
        assertThat(span.name()).isEqualTo("Shelf");
        assertThat(span.type()).isEqualTo(SpanType.RETRIEVER);
        assertThat(span.inputs()).isEqualTo("What is a ring?");
        assertThat(Json.write(span.outputs()))
                .isEqualTo(
                        "[{\"page_content\": \"A ring is mapped memory.\", \"metadata\":"
                                + " {\"doc_uri\": \"rings.md\", \"relevance_score\": 0.75},"
                                + " \"id\": \"7\"}]");
    }

    @Test
    void aRetrievalThatFailsIsAnErrorOfTheSpan() {
        final IllegalStateException failure = new IllegalStateException("no index");
        final ContentRetriever failing =
                query -> {
                    throw failure;
                };
        final ContentRetriever retriever =
                failing.addListener(new HotspanContentRetrieverListener(hotspan.tracer()));

        assertThatThrownBy(() -> retriever.retrieve(Query.from("?"))).isSameAs(failure);
        assertThat(span().name()).isEqualTo("ContentRetriever");
        assertThat(span().status().description()).isEqualTo("IllegalStateException: no index");
    }

    @Test
    void callsHangOnTheSpanThatIsCurrent() {
        server.willAnswer(200, ANSWER);
        hotspan.tracer()
                .trace(
                        "answer",
                        SpanType.CHAIN,
                        span -> {
                            chatModel().chat(request());
                        });

        hotspan.flush();
        assertThat(hotspan.traces().get(hotspan.lastTraceId().orElseThrow()).orElseThrow().spans())
                .extracting(SpanData::name)
                .containsExactly("answer", "Completions");
    }

    private ChatModel chatModel() {
        return OpenAiChatModel.builder()
                .baseUrl(server.baseUrl())
                .apiKey("key")
                .modelName("gpt-4o-mini")
                .temperature(0.5)
                .maxRetries(0)
                .listeners(List.of(new HotspanChatModelListener(hotspan.tracer())))
                .build();
    }

    private static ChatRequest request() {
        return ChatRequest.builder()
                .messages(
                        SystemMessage.from("Be brief."),
                        UserMessage.from("How is the weather in Paris?"))
                .toolSpecifications(
                        ToolSpecification.builder()
                                .name("get_weather")
                                .description("Tells the weather")
                                .parameters(
                                        JsonObjectSchema.builder()
                                                .addStringProperty("city")
                                                .required("city")
                                                .build())
                                .build())
                .build();
    }

    private SpanData span() {
        hotspan.flush();
        return hotspan.traces().get(hotspan.lastTraceId().orElseThrow()).orElseThrow().root();
    }

    /** A listener is told after the handler, so the span may end a moment after the answer. */
    private SpanData endedSpan() {
        while (hotspan.lastTraceId().isEmpty()) {
            Thread.onSpinWait();
        }
        return span();
    }

    private static StreamingChatResponseHandler to(final CompletableFuture<ChatResponse> answer) {
        return new StreamingChatResponseHandler() {
            @Override
            public void onCompleteResponse(final ChatResponse response) {
                answer.complete(response);
            }

            @Override
            public void onError(final Throwable error) {
                answer.completeExceptionally(error);
            }
        };
    }

    /** Finds one passage, whatever it is asked for. */
    private static final class Shelf implements ContentRetriever {
        @Override
        public List<Content> retrieve(final Query query) {
            return List.of(
                    Content.from(
                            TextSegment.from(
                                    "A ring is mapped memory.",
                                    Metadata.from("doc_uri", "rings.md")),
                            Map.of(
                                    ContentMetadata.SCORE,
                                    0.75,
                                    ContentMetadata.EMBEDDING_ID,
                                    "7")));
        }
    }
}
