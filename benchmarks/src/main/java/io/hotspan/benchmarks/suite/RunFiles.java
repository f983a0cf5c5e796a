package io.hotspan.benchmarks.suite;

import io.hotspan.json.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * What is kept of a run: {@code results.json} as JMH writes it, and {@code run.json} with what JMH
 * does not tell: machine, date, failures.
 */
final class RunFiles {
    private final Path directory;

    RunFiles(final Path directory) {
        this.directory = directory;
    }

    void writeResults(final Collection<RunResult> results) throws IOException {
        try (PrintStream out =
                new PrintStream(
                        Files.newOutputStream(directory.resolve("results.json")),
                        false,
                        StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
        }
    }

    /**
     * @param facts of the run
     */
    void writeRun(final Map<String, Object> facts, final List<Failure> failures)
            throws IOException {
        final Map<String, Object> run = new LinkedHashMap<>(facts);
        run.put("failures", failures.stream().map(Failure::asMap).toList());
        Files.writeString(directory.resolve("run.json"), Json.write(run) + "\n");
    }
}
