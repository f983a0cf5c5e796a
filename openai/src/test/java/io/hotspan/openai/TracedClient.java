package io.hotspan.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import io.hotspan.Hotspan;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A journal, a server, and two clients of it: one bare, one traced. */
final class TracedClient implements AutoCloseable {
    private final Hotspan hotspan;
    private final LoopbackOpenAI server = new LoopbackOpenAI();
    private final OpenAIClient bare;
    private final OpenAIClient traced;

    TracedClient(final Path directory) throws IOException {
        hotspan = Hotspan.open(directory);
        bare =
                OpenAIOkHttpClient.builder()
                        .baseUrl(server.baseUrl())
                        .apiKey("key")
                        .maxRetries(0)
                        .timeout(Duration.ofSeconds(20))
                        .build();
        traced = HotspanOpenAI.trace(bare, hotspan.tracer());
    }

    OpenAIClient bare() {
        return bare;
    }

    OpenAIClient traced() {
        return traced;
    }

    LoopbackOpenAI server() {
        return server;
    }

    Hotspan hotspan() {
        return hotspan;
    }

    /** Lays a reply ready, and gives the traced client to ask for it. */
    OpenAIClient answering(final Reply... replies) {
        server.willAnswer(replies);
        return traced;
    }

    /** The trace that ended last, as it is replayed. */
    Trace trace() {
        hotspan.flush();
        return hotspan.traces().get(hotspan.lastTraceId().orElseThrow()).orElseThrow();
    }

    /** The trace that began last, ended or not. */
    Trace newestTrace() {
        hotspan.flush();
        return hotspan.traces().get(hotspan.traces().newest(1).get(0).id()).orElseThrow();
    }

    /** The one span of the trace that ended last. */
    SpanData span() {
        final Trace trace = trace();
        if (trace.spans().size() != 1) {
            throw new AssertionError("expected one span: " + trace);
        }
        return trace.root();
    }

    @Override
    public void close() {
        bare.close();
        server.close();
        hotspan.close();
    }
}
