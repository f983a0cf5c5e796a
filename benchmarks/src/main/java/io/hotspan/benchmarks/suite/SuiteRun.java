package io.hotspan.benchmarks.suite;

import io.hotspan.benchmarks.harness.CpuProfiler;
import io.hotspan.time.NanoClocks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a plan by JMH, part by part, and keeps after each what there is. */
final class SuiteRun {
    private static final long TICK_MILLIS = 1_000;

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final RunFiles files;
    private final PrintStream err;
    private final boolean isTerminal;

    /**
     * @param name of the suite
     * @param directory for the files; exists
     * @param err for the progress
     */
    SuiteRun(
            final String name,
            final Path directory,
            final PrintStream err,
            final boolean isTerminal) {
        this.files = new RunFiles(directory);
        this.err = err;
        this.isTerminal = isTerminal;
        facts.put("suite", name);
        facts.put("startedAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("version", version());
        facts.put("machine", Machine.describe());
        facts.put("jdk", Machine.jdk());
        facts.put("tscObstacle", NanoClocks.tscObstacle().orElse(""));
    }

    private static String version() {
        final String version = SuiteRun.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    /**
     * Measures.
     *
     * @param only regular expression of names; others are left out
     * @param leftOut regular expressions of what cannot run here
     * @param log for what JMH prints
     * @return how many benchmarks were run
     * @throws RunnerException if JMH cannot run
     */
    int run(
            final List<Part> parts,
            final Pattern only,
            final List<String> leftOut,
            final PrintStream log)
            throws IOException, RunnerException {
        final long startNanos = System.nanoTime();
        final Timer clock = new Timer("hotspan-bench-progress", true);
        try {
            final OutputFormat format =
                    OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
            final Plan plan = Plan.of(parts, only, leftOut, format);
            final Progress progress = new Progress(err, isTerminal, plan.estimates());
            final WatchedOutput output = new WatchedOutput(format, progress);
            progress.start(startNanos);
            clock.scheduleAtFixedRate(tick(progress), TICK_MILLIS, TICK_MILLIS);
            final Rounds rounds = new Rounds();
            for (final Plan.Step step : plan.steps()) {
                rounds.add(new Runner(options(step), output).run());
                facts.put("seconds", Math.round((System.nanoTime() - startNanos) / 1e9));
                files.writeResults(rounds.results());
                files.writeRun(facts, output.failures());
            }
            progress.end();
            return plan.runs();
        } finally {
            clock.cancel();
        }
    }

    private static Options options(final Plan.Step step) {
        final Part part = step.part();
        final ChainedOptionsBuilder options = new OptionsBuilder().shouldFailOnError(false);
        for (final String name : step.names()) {
            options.include("^" + Pattern.quote(name) + "$");
        }
        if (part.mode() != null) {
            options.mode(part.mode());
        }
        if (part.mode() != Mode.SampleTime) { // a pause is for the average, not for each call
            options.addProfiler(GCProfiler.class).addProfiler(CpuProfiler.class);
        }
        part.params()
                .forEach((param, values) -> options.param(param, values.toArray(new String[0])));
        final Effort effort = part.effort();
        if (effort != null) {
            options.forks(effort.forks())
                    .warmupIterations(effort.warmUps())
                    .warmupTime(TimeValue.milliseconds(effort.warmUpTime().toMillis()))
                    .measurementIterations(effort.iterations())
                    .measurementTime(TimeValue.milliseconds(effort.iterationTime().toMillis()));
        }
        return options.build();
    }

    private static TimerTask tick(final Progress progress) {
        return new TimerTask() {
            @Override
            public void run() {
                progress.tick(System.nanoTime());
            }
        };
    }
}
