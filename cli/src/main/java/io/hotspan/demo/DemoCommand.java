package io.hotspan.demo;

import io.hotspan.demo.chat.ChatEndpoint;
import io.hotspan.demo.client.LoadProgress;
import io.hotspan.demo.client.ProgressBar;
import io.hotspan.demo.corpus.Corpus;
import io.hotspan.demo.corpus.Documents;
import io.hotspan.demo.corpus.OwnDocumentation;
import io.hotspan.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hotspan demo}. */
@Command(
        name = "demo",
        description = {
            "Trace a service that answers questions, and replay the journal.",
            "The service and its client run here; another process replays what they recorded."
        },
        footer = {
            "",
            "Without a chat model, a stand-in on this machine quotes sentences. With"
                    + " OPENAI_BASE_URL",
            "and OPENAI_API_KEY set, that model is asked (OPENAI_MODEL says which)."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final int MAX_REQUESTS = 100_000;
    private static final int MAX_CONCURRENCY = 64;
    private static final int FINE = 0;

    /** System property by which the launcher says that standard error is a terminal. */
    private static final String ERR_TERMINAL_PROPERTY = "hotspan.terminal.err";

    @Spec private CommandSpec spec;

    @Option(
            names = "--dir",
            paramLabel = "D",
            description = {
                "Directory of the journal: a new or empty one, or a journal, which then has both.",
                "Default: a new one in ./" + DemoDirectory.PARENT + "."
            })
    private Path directory;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many questions, 1 to 100000. Default: ${DEFAULT-VALUE}.")
    private int requests;

    @Option(
            names = "--concurrency",
            paramLabel = "C",
            description = "How many at once, 1 to 64. Default: one for each core, at least 2.")
    private Integer concurrency;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description = {
                "A folder with more text to answer from: plain text, Markdown, source files.",
                "Without it there is Hotspan's own documentation alone."
            })
    private Path corpusFolder;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Terminal terminal;
    private final Map<String, String> environment;
    private final String mainClass;

    /**
     * @param terminal what {@code out} can show
     * @param environment as {@link System#getenv()}
     * @param mainClass whose command {@code demo-report} replays the journal
     */
    public DemoCommand(
            final PrintWriter out,
            final PrintWriter err,
            final Terminal terminal,
            final Map<String, String> environment,
            final String mainClass) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.environment = environment;
        this.mainClass = mainClass;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkRange("--requests", requests, MAX_REQUESTS);
        final int threads = concurrency == null ? defaultConcurrency() : concurrency;
        checkRange("--concurrency", threads, MAX_CONCURRENCY);
        final ChatEndpoint endpoint = endpoint();
        final Documents documents = documents();
        try (Corpus corpus = corpus(documents)) {
            final DemoSettings settings =
                    new DemoSettings(directory(), requests, threads, endpoint);
            return run(settings, documents, corpus);
        }
    }

    private int run(final DemoSettings settings, final Documents documents, final Corpus corpus)
            throws IOException, InterruptedException {
        final DemoLines lines = new DemoLines(out, terminal, settings);
        final ProgressBar bar =
                new ProgressBar(
                        err, Terminal.of(environment, Boolean.getBoolean(ERR_TERMINAL_PROPERTY)));
        final Demo demo = new Demo(settings, corpus);
        final DemoResult result;
        try (Interruption interruption = new Interruption(demo::stop)) {
            result =
                    demo.run(
                            service -> lines.writeStart(documents, corpus, service, environment),
                            bar);
            bar.clear();
            lines.writeEnd(result.load());
            if (interruption.hasCome()) {
                lines.writeInterrupted();
                return FINE; // nobody sees it: the process ends as interrupted
            }
        }
        return ReportProcess.run(mainClass, reportArguments(settings, result));
    }

    private List<String> reportArguments(final DemoSettings settings, final DemoResult result) {
        final LoadProgress load = result.load();
        return List.of(
                "demo-report",
                settings.directory().toString(),
                "--opened=" + result.openedSpans(),
                "--earlier=" + result.earlierSpans(),
                "--traces=" + load.done());
    }

    private static int defaultConcurrency() {
        return Math.min(MAX_CONCURRENCY, Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    private ChatEndpoint endpoint() {
        try {
            return ChatEndpoint.of(environment);
        } catch (final IllegalArgumentException e) {
            throw wrongUse(e.getMessage());
        }
    }

    private Documents documents() {
        final Documents own;
        try {
            own = OwnDocumentation.read();
        } catch (final IOException e) {
            throw wrongUse("cannot read Hotspan's documentation (" + e + "); build it again");
        }
        if (corpusFolder == null) {
            return own;
        }
        try {
            return own.and(Documents.ofFolder(corpusFolder));
        } catch (final IOException e) {
            throw wrongUse(
                    "cannot read the folder --corpus "
                            + corpusFolder
                            + " ("
                            + e.getClass().getSimpleName()
                            + "); give a folder with text files");
        }
    }

    private Corpus corpus(final Documents documents) {
        try {
            return new Corpus(documents.files());
        } catch (final IllegalArgumentException e) {
            throw wrongUse(e.getMessage() + "; give a folder with text files by --corpus");
        }
    }

    private Path directory() {
        if (directory != null) {
            return directory;
        }
        try {
            return DemoDirectory.create(
                    Path.of(DemoDirectory.PARENT), LocalDateTime.now(ZoneId.systemDefault()));
        } catch (final IOException e) {
            throw wrongUse(
                    "cannot make a directory in ./"
                            + DemoDirectory.PARENT
                            + " ("
                            + e
                            + "); give another one by --dir");
        }
    }

    private void checkRange(final String option, final int value, final int max) {
        if (value < 1 || value > max) {
            throw wrongUse(option + " out of range: " + value + ", min=1, max=" + max);
        }
    }

    private ParameterException wrongUse(final String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
