package io.hotspan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How much longer does a small program take with the agent, from its JVM's start to its end?
 * Baseline: the program without it. Run in the top directory, when the agent is built.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar StartBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 20)
@Fork(1)
public class StartBenchmark {
    private static final Path AGENT = Path.of("javaagent", "target", "hotspan-agent.jar");

    private Path journal;

    @Setup
    public void makeDirectory() throws IOException {
        if (!Files.exists(AGENT)) {
            throw new IllegalStateException(
                    "no " + AGENT.toAbsolutePath() + "; build it, and run in the top directory");
        }
        journal = Files.createTempDirectory("hotspan-start");
    }

    @TearDown
    public void deleteDirectory() throws IOException {
        try (Stream<Path> files = Files.walk(journal)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    public int baselineWithoutAgent() throws IOException, InterruptedException {
        return run();
    }

    @Benchmark
    public int withAgent() throws IOException, InterruptedException {
        return run("-javaagent:" + AGENT + "=dir=" + journal);
    }

    /** One method is woven, and called: the journal gets its first segment. */
    @Benchmark
    public int withAgentAndOneSpan() throws IOException, InterruptedException {
        return run(
                "-javaagent:"
                        + AGENT
                        + "=dir="
                        + journal
                        + ",trace="
                        + SmallProgram.class.getName()
                        + "#greeting");
    }

    private static int run(final String... arguments) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallProgram.class.getName()));
        final Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        final int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(command + " ended with " + exitCode);
        }
        return exitCode;
    }
}
