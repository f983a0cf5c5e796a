package io.hotspan.benchmarks.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * JMH's output goes to a log; what it says of beginnings goes to the progress, and failures are
 * kept: JMH prints them, and has no result for them.
 */
final class WatchedOutput implements OutputFormat {
    private static final String FAILURE = "<failure>";

    private final OutputFormat log;
    private final Progress progress;
    private final List<Failure> failures = new ArrayList<>();
    private BenchmarkParams current;
    private boolean isFailing;

    WatchedOutput(final OutputFormat log, final Progress progress) {
        this.log = log;
        this.progress = progress;
    }

    List<Failure> failures() {
        return failures;
    }

    @Override
    public void startBenchmark(final BenchmarkParams params) {
        current = params;
        progress.next(shortName(params), System.nanoTime());
        log.startBenchmark(params);
    }

    private static String shortName(final BenchmarkParams params) {
        final String name = params.getBenchmark();
        return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1)
                + params.getParamsKeys().stream()
                        .map(key -> " " + key + "=" + params.getParam(key))
                        .collect(Collectors.joining());
    }

    @Override
    public void print(final String text) {
        look(text);
        log.print(text);
    }

    @Override
    public void println(final String text) {
        look(text);
        log.println(text);
    }

    /** The first line behind the mark is what was thrown. */
    private void look(final String text) {
        if (text.contains(FAILURE)) {
            isFailing = true;
        }
        final String rest = text.replace(FAILURE, "").strip();
        if (isFailing && !rest.isEmpty()) {
            isFailing = false;
            final Failure failure =
                    Failure.of(current, rest.lines().findFirst().orElseThrow().strip());
            failures.add(failure);
            progress.say("  no figure: " + shortName(current) + ": " + failure.reason());
        }
    }

    @Override
    public void iteration(
            final BenchmarkParams benchmarkParams,
            final IterationParams params,
            final int iteration) {
        log.iteration(benchmarkParams, params, iteration);
    }

    @Override
    public void iterationResult(
            final BenchmarkParams benchmarkParams,
            final IterationParams params,
            final int iteration,
            final IterationResult data) {
        log.iterationResult(benchmarkParams, params, iteration, data);
    }

    @Override
    public void endBenchmark(final BenchmarkResult result) {
        log.endBenchmark(result);
    }

    @Override
    public void startRun() {
        log.startRun();
    }

    @Override
    public void endRun(final Collection<RunResult> result) {
        log.endRun(result);
    }

    @Override
    public void flush() {
        log.flush();
    }

    @Override
    public void close() {
        log.close();
    }

    @Override
    public void verbosePrintln(final String text) {
        log.verbosePrintln(text);
    }

    @Override
    public void write(final int b) {
        log.write(b);
    }

    @Override
    public void write(final byte[] bytes) throws IOException {
        log.write(bytes);
    }
}
