package io.hotspan.demo;

import io.hotspan.Hotspan;
import io.hotspan.HotspanOptions;
import io.hotspan.demo.chat.ChatClient;
import io.hotspan.demo.chat.ChatEndpoint;
import io.hotspan.demo.chat.LoopbackChat;
import io.hotspan.demo.client.AskClient;
import io.hotspan.demo.client.Load;
import io.hotspan.demo.client.LoadProgress;
import io.hotspan.demo.client.Questions;
import io.hotspan.demo.corpus.Corpus;
import io.hotspan.demo.service.AskService;
import io.hotspan.demo.service.QuestionAnswering;
import io.hotspan.recording.OverloadPolicy;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.tracing.Tracer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Service and client in one process, traced into one journal. */
final class Demo {
    private static final long SEED = 2_718_281_828L;

    /* Waits rather than drops where the machine has too little to run all threads: its numbers must
     * be whole, and a request takes milliseconds anyway. Ctrl-C ends the client first, so that the
     * journal is closed without open spans. */
    private static final HotspanOptions OPTIONS =
            HotspanOptions.builder()
                    .recording(
                            RecordingSettings.builder()
                                    .overloadPolicy(OverloadPolicy.WAIT)
                                    .maxWait(Duration.ofSeconds(10))
                                    .build())
                    .closeAtShutdown(false)
                    .build();

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final DemoSettings settings;
    private final Corpus corpus;
    private final AtomicLong openedSpans = new AtomicLong();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();
    private volatile Load load;
    private volatile boolean isStopped;

    Demo(final DemoSettings settings, final Corpus corpus) {
        this.settings = settings;
        this.corpus = corpus;
    }

    /**
     * Runs to the end, and closes the journal.
     *
     * @param started is told where the service is
     * @param progress is told several times a second
     * @throws io.hotspan.journal.JournalException if the directory cannot be a journal
     * @throws IOException if no port can be had
     * @throws InterruptedException if this thread was interrupted
     */
    DemoResult run(final Consumer<URI> started, final Consumer<LoadProgress> progress)
            throws IOException, InterruptedException {
        final long earlierSpans;
        final LoadProgress end;
        try (Hotspan hotspan = Hotspan.open(settings.directory(), OPTIONS)) {
            earlierSpans = hotspan.traces().statistics().spans();
            end =
                    settings.endpoint() == null
                            ? withLoopbackChat(hotspan.tracer(), started, progress)
                            : serve(hotspan.tracer(), settings.endpoint(), started, progress);
        }
        return new DemoResult(end, openedSpans.get(), earlierSpans);
    }

    /** Makes {@link #run} end soon. From any thread. */
    void stop() {
        isStopped = true;
        final Load running = load;
        if (running != null) {
            running.stop();
        }
    }

    private LoadProgress withLoopbackChat(
            final Tracer tracer, final Consumer<URI> started, final Consumer<LoadProgress> progress)
            throws IOException, InterruptedException {
        try (LoopbackChat chat = LoopbackChat.start(settings.concurrency())) {
            return serve(tracer, chat.endpoint(), started, progress);
        }
    }

    private LoadProgress serve(
            final Tracer tracer,
            final ChatEndpoint endpoint,
            final Consumer<URI> started,
            final Consumer<LoadProgress> progress)
            throws IOException, InterruptedException {
        final QuestionAnswering answering =
                new QuestionAnswering(tracer, openedSpans, corpus, new ChatClient(endpoint, http));
        try (AskService service = AskService.start(tracer, answering, settings.concurrency())) {
            started.accept(service.uri());
            load =
                    new Load(
                            new AskClient(tracer, openedSpans, http, service.uri()),
                            new Questions(corpus, SEED),
                            settings.requests(),
                            settings.concurrency());
            if (isStopped) {
                load.stop();
            }
            return load.run(progress);
        }
    }
}
