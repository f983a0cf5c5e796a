package io.hotspan.demo;

import io.hotspan.demo.chat.ChatEndpoint;
import io.hotspan.demo.progress.ProgressBar;
import io.hotspan.terminal.Terminal;
import io.hotspan.trace.SafeText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hotspan demo}. */
@Command(
        name = "demo",
        description = {
            "Trace a program that uses a language model, by the agent, and replay the journal.",
            "The program runs in a process of its own; this one replays what the agent recorded."
        },
        footer = {
            "",
            "Without a chat model, a stand-in on this machine quotes sentences. With"
                    + " OPENAI_BASE_URL",
            "and OPENAI_API_KEY set, that model is asked (OPENAI_MODEL says which). Embeddings are",
            "the stand-in's, unless OPENAI_EMBEDDING_MODEL names a model of that address."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final int MAX_REQUESTS = 100_000;
    private static final int MAX_CONCURRENCY = 64;
    private static final int FINE = 0;
    private static final int NO = 1;
    private static final String EMBEDDING_MODEL_VARIABLE = "OPENAI_EMBEDDING_MODEL";

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
            defaultValue = "100",
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
    private final DemoJars jars;
    private final Function<String[], Integer> report;

    /**
     * @param terminal what {@code out} can show
     * @param environment as {@link System#getenv()}
     * @param report runs the command {@code demo-report} with these arguments, and returns its exit
     *     code
     */
    public DemoCommand(
            final PrintWriter out,
            final PrintWriter err,
            final Terminal terminal,
            final Map<String, String> environment,
            final Function<String[], Integer> report) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.environment = environment;
        this.report = report;
        jars = DemoJars.ofLauncher();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkRange("--requests", requests, MAX_REQUESTS);
        final int threads = concurrency == null ? defaultConcurrency() : concurrency;
        checkRange("--concurrency", threads, MAX_CONCURRENCY);
        final ChatEndpoint endpoint = endpoint();
        checkCorpus();
        if (!jars.exist()) {
            throw wrongUse(
                    "the demo needs "
                            + jars.program()
                            + " and "
                            + jars.agent()
                            + "; run ./hotspan demo in a checkout, which builds them");
        }
        return run(
                new DemoSettings(
                        directory(),
                        requests,
                        threads,
                        endpoint,
                        endpoint == null ? null : embeddingModel(),
                        corpusFolder));
    }

    private int run(final DemoSettings settings) throws IOException, InterruptedException {
        final DemoLines lines = new DemoLines(out, terminal, settings);
        final ProgressBar bar =
                new ProgressBar(
                        err, Terminal.of(environment, Boolean.getBoolean(ERR_TERMINAL_PROPERTY)));
        final Demo demo = new Demo(settings, jars, this::warn);
        final DemoResult result;
        try (Interruption interruption = new Interruption(demo::stop)) {
            result = demo.run(text -> lines.writeStart(text, environment), bar);
            bar.clear();
            if (result.load() != null) {
                lines.writeEnd(result.load());
            }
            if (interruption.hasCome()) {
                lines.writeInterrupted();
                return FINE; // nobody sees it: the process ends as interrupted
            }
        }
        if (!result.isComplete()) {
            out.flush();
            warn(
                    "the program ended before its end, with exit code "
                            + result.exitCode()
                            + "; what it recorded is in "
                            + settings.directory());
            return NO;
        }
        return report.apply(reportArguments(settings, result));
    }

    private void warn(final String message) {
        err.print("hotspan: " + SafeText.of(message) + "\n");
        err.flush();
    }

    private static String[] reportArguments(final DemoSettings settings, final DemoResult result) {
        return new String[] {
            settings.directory().toString(),
            "--opened=" + result.openedSpans(),
            "--earlier=" + result.earlierSpans(),
            "--traces=" + result.load().done()
        };
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

    private String embeddingModel() {
        final String model = environment.getOrDefault(EMBEDDING_MODEL_VARIABLE, "").strip();
        return model.isEmpty() ? null : model;
    }

    /** The program reads it; that it cannot be read is told before anything runs. */
    private void checkCorpus() {
        if (corpusFolder != null) {
            try (DirectoryStream<Path> readable = Files.newDirectoryStream(corpusFolder)) {
                Objects.requireNonNull(readable.iterator());
            } catch (final IOException e) {
                throw wrongUse(
                        "cannot read the folder --corpus "
                                + corpusFolder
                                + " ("
                                + e.getClass().getSimpleName()
                                + "); give a folder with text files");
            }
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
