package io.hotspan.langchain4j;

import dev.langchain4j.model.chat.listener.ChatModelErrorContext;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import io.hotspan.genai.ModelCall;
import io.hotspan.genai.ModelOperation;
import io.hotspan.tracing.Tracer;
import java.util.Map;
import java.util.Objects;

/**
 * Makes a span of each call of a chat model, streaming or not: the same span as of a chat
 * completion of the OpenAI SDK, its messages, tools and answer in OpenAI's format. It hangs on the
 * span that is current where the model is called, and ends where the answer is whole, on whatever
 * thread. For any thread, and for any number of models.
 *
 * <p>LangChain4j tells its listeners neither of the pieces of a streamed answer nor of retries, so
 * neither is recorded.
 */
public final class HotspanChatModelListener implements ChatModelListener {
    private final Tracer tracer;

    /** What this listener's calls are kept under, from request to answer. */
    private final Object key = new Object();

    /** A listener that records with a tracer; not null. */
    public HotspanChatModelListener(final Tracer tracer) {
        this.tracer = Objects.requireNonNull(tracer, "tracer");
    }

    @Override
    public void onRequest(final ChatModelRequestContext context) {
        final ModelCall call = ModelCall.begin(tracer, ModelOperation.CHAT);
        if (call.isRecording()) {
            call.requested(
                    ModelOperation.CHAT,
                    Providers.nameOf(context.modelProvider()),
                    ChatFormat.request(context.chatRequest()));
        }
        context.attributes().put(key, call);
    }

    @Override
    public void onResponse(final ChatModelResponseContext context) {
        final ModelCall call = callOf(context.attributes());
        if (call != null && call.isRecording()) {
            call.answered(ChatFormat.response(context.chatResponse()));
        }
    }

    @Override
    public void onError(final ChatModelErrorContext context) {
        final ModelCall call = callOf(context.attributes());
        if (call != null) {
            call.failed(context.error(), null);
        }
    }

    private ModelCall callOf(final Map<Object, Object> attributes) {
        return (ModelCall) attributes.get(key);
    }
}
