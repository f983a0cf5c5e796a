package io.hotspan.cli;

import io.hotspan.bench.BenchReport;
import io.hotspan.bench.result.BenchRun;
import io.hotspan.terminal.HumanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hotspan bench}. */
@Command(
        name = "bench",
        description = {
            "Measure what tracing costs here, beside the clock alone and other tracers.",
            "Prints tables and writes a report: report.html, chart.svg and JMH's results.json."
        },
        footer = {
            "",
            "Exit code 1: a benchmark failed, or Hotspan lost records where it must not.",
            "HOTSPAN_JAVA_OPTS, if set, is for the measured JVMs too. Leave the machine alone",
            "meanwhile: what else runs on it is in the figures."
        })
final class BenchCommand implements Callable<Integer> {
    /** System property by which the launcher says where the benchmarks are. */
    static final String JAR_PROPERTY = "hotspan.benchmarks";

    private static final String ERR_TERMINAL_PROPERTY = "hotspan.terminal.err";
    private static final String JAVA_OPTIONS_VARIABLE = "HOTSPAN_JAVA_OPTS";

    @Spec private CommandSpec spec;

    /** What is reported. */
    private static final class What {
        @Option(names = "--quick", description = "The key figures, in three minutes; the default.")
        @SuppressWarnings("UnusedVariable") // it is what happens anyway
        private boolean isQuick;

        @Option(names = "--full", description = "Everything, in about 25 minutes.")
        private boolean isFull;

        @Option(
                names = "--from",
                paramLabel = "FILE",
                description = "Measure nothing; report on results that JMH wrote as JSON.")
        private Path from;
    }

    @ArgGroup(exclusive = true)
    private What what;

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            description =
                    "Of these benchmarks those whose name has a match, as in Span.*openClose.")
    private String only;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {
                "Directory for the report; what a former one left there is replaced.",
                "Default: ./hotspan-bench; with --from, where FILE is."
            })
    private Path out;

    private final Output output;

    BenchCommand(final Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        final Path from = what == null ? null : what.from;
        return from == null ? measure() : reportOn(from);
    }

    private int measure() throws IOException, InterruptedException {
        final Path jar = jar();
        final Pattern names = names();
        final boolean isFull = what != null && what.isFull;
        final Path directory = directory(Path.of("hotspan-bench"));
        final Path results = directory.resolve(BenchRun.RESULTS_FILE);
        Files.deleteIfExists(results);
        output.message(
                (isFull ? "measuring everything, about 25 minutes" : "measuring, up to 3 minutes")
                        + "; JMH's own log: "
                        + directory.resolve("jmh.log"));
        final int exitCode =
                new BenchProcess(jar, System.getenv().getOrDefault(JAVA_OPTIONS_VARIABLE, ""))
                        .run(
                                List.of(
                                        isFull ? "full" : "quick",
                                        directory.toString(),
                                        names.pattern(),
                                        System.getProperty(ERR_TERMINAL_PROPERTY, "false")));
        return exitCode == ExitCode.FINE
                ? report(read(results), directory)
                : ExitCode.WRONG_USE; // the process has said why
    }

    private int reportOn(final Path from) throws IOException {
        if (only != null) {
            throw wrongUse("--only is for measuring, and --from measures nothing");
        }
        if (!Files.isRegularFile(from)) {
            throw wrongUse("no such file: " + from + "; give results that JMH wrote as JSON");
        }
        final BenchRun run = read(from);
        final Path directory = directory(from.toAbsolutePath().getParent());
        copy(from, directory.resolve(BenchRun.RESULTS_FILE));
        return report(run, directory);
    }

    private int report(final BenchRun run, final Path directory) throws IOException {
        final BenchReport report = new BenchReport(run);
        report.lines(output.terminal()).forEach(output::line);
        report.write(directory);
        output.line("");
        output.line("Report: " + directory.resolve(BenchReport.PAGE_FILE));
        output.out().flush();
        if (report.faults() == 0) {
            return ExitCode.FINE;
        }
        output.message(
                HumanText.count(report.faults(), "benchmark")
                        + " failed, or lost what must not be lost; the report says which, jmh.log"
                        + " why");
        return ExitCode.NO;
    }

    private Path directory(final Path otherwise) {
        final Path directory = out == null ? otherwise : out;
        try {
            return Files.createDirectories(directory);
        } catch (final IOException e) {
            throw wrongUse("cannot make the directory " + directory + " (" + e + "); give another");
        }
    }

    private Path jar() {
        final String jar = System.getProperty(JAR_PROPERTY, "");
        if (jar.isEmpty() || !Files.isRegularFile(Path.of(jar))) {
            throw wrongUse(
                    "the benchmarks are not there; run ./hotspan bench in a checkout of Hotspan,"
                            + " which builds them");
        }
        return Path.of(jar);
    }

    private Pattern names() {
        try {
            return Pattern.compile(only == null ? "" : only);
        } catch (final PatternSyntaxException e) {
            throw wrongUse(
                    "no regular expression: --only " + only + " (" + e.getDescription() + ")");
        }
    }

    private BenchRun read(final Path results) throws IOException {
        try {
            return BenchRun.read(results);
        } catch (final IllegalArgumentException e) {
            throw wrongUse(e.getMessage());
        }
    }

    /** The results and what lies beside them; nothing if they are in the right place already. */
    private static void copy(final Path from, final Path results) throws IOException {
        if (Files.exists(results) && Files.isSameFile(from, results)) {
            return;
        }
        Files.copy(from, results, StandardCopyOption.REPLACE_EXISTING);
        final Path facts = results.resolveSibling(BenchRun.FACTS_FILE);
        final Path factsBeside = from.resolveSibling(BenchRun.FACTS_FILE);
        if (Files.exists(factsBeside)) {
            Files.copy(factsBeside, facts, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(facts); // of another run
        }
    }

    private ParameterException wrongUse(final String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
