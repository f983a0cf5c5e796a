package io.hotspan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.Hotspan;
import io.hotspan.HotspanOptions;
import io.hotspan.JournalFixture;
import io.hotspan.model.SpanType;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.tracing.Context;
import io.hotspan.tracing.Span;
import io.hotspan.tracing.Tracer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The guide's examples of context: each region stands in docs/guide.md, and runs here. */
class GuideContextTest {
    @RegisterExtension final JournalFixture journal = new JournalFixture();

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private Tracer tracer;

    @BeforeEach
    void takeTracer() {
        tracer = journal.tracer();
    }

    @AfterEach
    void stopThreads() throws InterruptedException {
        pool.shutdown();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private String search(final String where) {
        return tracer.trace(
                "search " + where,
                span -> {
                    return where;
                });
    }

    @Test
    void anExecutorCarriesTheContext() throws Exception {
        // @start region=task-wrapping
        ExecutorService traced = tracer.taskWrapping(pool); // once, where the pool is made

        try (Span span = tracer.startSpan("answer")) {
            Future<String> docs = traced.submit(() -> search("docs"));
            Future<String> wiki = traced.submit(() -> search("wiki"));
            span.setOutputs(docs.get() + wiki.get());
        }
        // @end

        assertThat(journal.replayed().spans()).hasSize(3);
        assertThat(journal.replayed().root().outputs()).isEqualTo("docswiki");
    }

    @Test
    void oneTaskCarriesTheContext() throws Exception {
        final Thread thread;
        try (Span span = tracer.startSpan("answer")) {
            // @start region=wrap
            Context context = tracer.currentContext();
            thread =
                    new Thread(
                            context.wrap(
                                    () -> {
                                        search("docs"); // below the span that was current
                                    }));
            // @end
        }
        thread.start();
        thread.join();

        assertThat(journal.replayedTree()).isEqualTo("answer OK\n  search docs OK\n");
    }

    @Test
    void aFuturesStagesCarryTheContext() throws Exception {
        try (Span span = tracer.startSpan("answer")) {
            // @start region=completable-future
            Context context = tracer.currentContext();
            CompletableFuture<Integer> length =
                    CompletableFuture.supplyAsync(context.wrapSupplier(() -> search("docs")), pool)
                            .thenApplyAsync(context.wrapFunction(this::search), pool)
                            .thenApply(String::length);
            // @end
            assertThat(length.get()).isEqualTo(4);
        }

        assertThat(journal.replayedTree())
                .isEqualTo("answer OK\n  search docs OK\n  search docs OK\n");
    }

    @Test
    void aRequestCarriesTheContext() {
        final HttpRequest sent;
        try (Span span = tracer.startSpan("client")) {
            // @start region=inject
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://localhost/ask"));
            tracer.inject(request, HttpRequest.Builder::setHeader);
            // @end
            sent = request.build();
        }
        // @start region=extract
        Context caller =
                tracer.extract(
                        sent, (request, name) -> request.headers().firstValue(name).orElse(null));
        tracer.spanBuilder("server")
                .type(SpanType.CHAIN)
                .parent(caller)
                .trace(
                        span -> {
                            search("docs");
                        });
        // @end

        assertThat(journal.replayedTree())
                .isEqualTo("client OK\n  server OK\n    search docs OK\n");
    }

    @Test
    void aShareOfTheTracesIsRecorded(@TempDir final Path directory) {
        // @start region=sampling
        HotspanOptions options =
                HotspanOptions.builder()
                        .recording(RecordingSettings.builder().samplingRatio(0.1).build())
                        .maxBytes(10L << 30)
                        .build();
        // @end
        try (Hotspan hotspan = Hotspan.open(directory, options)) {
            for (int i = 0; i < 1_000; i++) {
                hotspan.tracer().startSpan("root").close();
            }
            hotspan.flush();
            assertThat(hotspan.traces().search("")).hasSizeBetween(30, 170);
        }
    }

    @Test
    void recordingIsSwitchedOff() {
        final Hotspan hotspan = journal.hotspan();
        // @start region=switching
        hotspan.setEnabled(false); // traces that begin from now on are not recorded
        // @end
        search("docs");

        assertThat(journal.replayedAll()).isEmpty();
    }
}
