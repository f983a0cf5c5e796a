package io.hotspan.openai;

import com.openai.core.ClientOptions;
import io.hotspan.genai.ModelCall;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.function.Consumer;

/**
 * Gives one call options of its own, which tell the call of its retries: the SDK retries inside of
 * a call, and what it does in between, it does through the options' sleeper. Whatever else the
 * options hold is shared with the client.
 */
final class CallOptions {
    private final Method withOptions;

    CallOptions(final Class<?> type) {
        try {
            withOptions = type.getMethod("withOptions", Consumer.class);
        } catch (final NoSuchMethodException e) {
            throw new IllegalStateException(
                    "unknown service of the OpenAI SDK: " + type + " has no withOptions", e);
        }
    }

    /** The service with options of the call's own; the service itself if it is not the SDK's. */
    Object of(final Object service, final ModelCall call) {
        try {
            final Consumer<ClientOptions.Builder> observe =
                    builder -> {
                        final ClientOptions own = builder.build();
                        serverAddress(own.baseUrl(), call);
                        builder.sleeper(new RetrySleeper(own.sleeper(), call));
                    };
            final Object observed = withOptions.invoke(service, observe);
            return observed == null ? service : observed;
        } catch (final ReflectiveOperationException | RuntimeException e) {
            // a stand-in of the program's own need not support options: it is asked without
            return service;
        }
    }

    private static void serverAddress(final String baseUrl, final ModelCall call) {
        final URI uri = URI.create(baseUrl);
        if (uri.getHost() != null) {
            call.setAttribute("server.address", uri.getHost());
            if (uri.getPort() >= 0) {
                call.setAttribute("server.port", uri.getPort());
            }
        }
    }
}
