package io.hotspan.demo.program;

import com.openai.client.OpenAIClient;
import io.hotspan.demo.assistant.AskService;
import io.hotspan.demo.assistant.Assistant;
import io.hotspan.demo.assistant.CallCount;
import io.hotspan.demo.assistant.Models;
import io.hotspan.demo.assistant.NextPassage;
import io.hotspan.demo.assistant.Retriever;
import io.hotspan.demo.corpus.Corpus;
import io.hotspan.demo.corpus.Documents;
import io.hotspan.demo.corpus.OwnDocumentation;
import io.hotspan.demo.load.AskClient;
import io.hotspan.demo.load.Load;
import io.hotspan.demo.load.Questions;
import io.hotspan.tracing.Tracer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * A small application around a language model: it retrieves passages, asks a model that streams and
 * calls a tool, and serves many questions at once. {@code hotspan demo} starts it with the agent.
 *
 * <p>Arguments: how many questions, how many at once, the chat model, the embedding model, and
 * perhaps a folder with more text. The environment says where the models are: {@code
 * OPENAI_BASE_URL} and {@code OPENAI_API_KEY}, and the same with {@code EMBEDDING_} for embeddings.
 * It ends when all is asked, or soon after its standard input has ended.
 */
public final class DemoProgram {
    private static final long SEED = 2_718_281_828L;

    private DemoProgram() {}

    /** Runs it; the class comment says how. */
    public static void main(final String[] args) throws IOException, InterruptedException {
        final Documents documents = documents(args);
        final CallCount calls = new CallCount();
        final Report report =
                new Report(
                        new PrintStream(
                                new FileOutputStream(FileDescriptor.out),
                                false,
                                StandardCharsets.UTF_8));
        final int concurrency = Integer.parseInt(args[1]);
        try (Corpus corpus = new Corpus(documents.files());
                Models models = models(args[2], args[3], System.getenv());
                AskService service =
                        new AskService(assistant(corpus, models, calls), concurrency)) {
            report.ready(corpus.passages().size(), documents);
            final Load load =
                    new Load(
                            new AskClient(service, calls),
                            new Questions(corpus, SEED),
                            Integer.parseInt(args[0]),
                            concurrency);
            stopAtTheEndOf(System.in, load);
            report.progress(load.run(report::progress));
            report.end(calls.get());
        }
        System.exit(0); // not to wait for the SDK's threads
    }

    private static Documents documents(final String[] args) throws IOException {
        final Documents own = OwnDocumentation.read();
        return args.length > 4 ? own.and(Documents.ofFolder(Path.of(args[4]))) : own;
    }

    private static Models models(
            final String chatModel,
            final String embeddingModel,
            final Map<String, String> environment) {
        final OpenAIClient chat = client("OPENAI", environment);
        return new Models(chat, chatModel, client("EMBEDDING", environment), embeddingModel);
    }

    private static OpenAIClient client(final String prefix, final Map<String, String> environment) {
        return Models.client(
                environment.get(prefix + "_BASE_URL"), environment.get(prefix + "_API_KEY"));
    }

    private static Assistant assistant(
            final Corpus corpus, final Models models, final CallCount calls) {
        final Tracer tracer =
                Tracer.ofAgent()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "no agent; start with"
                                                        + " -javaagent:hotspan-agent.jar"));
        return new Assistant(
                new Retriever(corpus, models, calls, tracer),
                new NextPassage(corpus, calls),
                models,
                calls);
    }

    /**
     * Whoever started this holds the other end: it is closed to stop, and when that process dies.
     */
    private static void stopAtTheEndOf(final InputStream in, final Load load) {
        final Thread thread =
                new Thread(
                        () -> {
                            try {
                                in.transferTo(java.io.OutputStream.nullOutputStream());
                            } catch (final IOException e) {
                                throw new UncheckedIOException(e);
                            } finally {
                                load.stop();
                            }
                        },
                        "demo-stop");
        thread.setDaemon(true);
        thread.start();
    }
}
