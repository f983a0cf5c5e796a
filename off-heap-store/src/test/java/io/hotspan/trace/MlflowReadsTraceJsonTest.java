package io.hotspan.trace;

import static io.hotspan.trace.TestSpans.EPOCH_NANOS;
import static io.hotspan.trace.TestSpans.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.TraceId;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * MLflow itself reads what Hotspan writes. Skipped where no Python with the package {@code mlflow}
 * is found: name one in the environment variable {@code HOTSPAN_MLFLOW_PYTHON}.
 */
class MlflowReadsTraceJsonTest {
    private static final Path SCRIPT =
            Path.of("src", "test", "reference", "check_trace_json.py").toAbsolutePath();
    private static final int SKIPPED = 77;
    private static final int NO_SUCH_COMMAND = 127;

    @TempDir Path directory;

    @Test
    void everyFieldArrives() throws Exception {
        final List<String> command = new ArrayList<>(List.of(python(), SCRIPT.toString()));
        write(command, "everything", everything());
        write(command, "open", open());
        for (final ReferenceTraces.Case reference : ReferenceTraces.all()) {
            if (reference.trace() != null) {
                write(command, reference.name(), Trace.fromJson(reference.traceJson()));
            }
        }
        final Path output = directory.resolve("output.txt");

        final int exitCode = run(command, output);

        final String told = Files.readString(output);
        assumeTrue(exitCode != SKIPPED && exitCode != NO_SUCH_COMMAND, () -> "skipped: " + told);
        assertThat(exitCode).as(told).isZero();
    }

    private static String python() {
        final String named = System.getenv("HOTSPAN_MLFLOW_PYTHON");
        return named == null ? "python3" : named;
    }

    private void write(final List<String> command, final String name, final Trace trace)
            throws IOException {
        final Path file = directory.resolve(name + ".json");
        Files.writeString(file, trace.toJson());
        command.add(file.toString());
    }

    private int run(final List<String> command, final Path output) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
        } catch (final IOException e) {
            return toldBy(output, e);
        }
    }

    private static int toldBy(final Path output, final IOException e) {
        try {
            Files.writeString(output, e.toString(), StandardCharsets.UTF_8);
            return NO_SUCH_COMMAND;
        } catch (final IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private static Trace everything() {
        final SpanData root =
                span(1, 0, "日本語 🎉")
                        .type("MY_OWN_TYPE")
                        .inputs(Map.of("q", "Größe?", "nested", Arrays.asList(1L, null, 2.5)))
                        .outputs(null)
                        .attribute("long", Long.MIN_VALUE)
                        .attribute("beyond", BigInteger.TWO.pow(100))
                        .attribute("double", 1e22)
                        .attribute("bytes", new byte[] {1, 2, 3})
                        .attribute("nothing", null)
                        .attribute("", "an empty key")
                        .attribute("not finite", Double.NaN)
                        .event(
                                SpanEvent.at(
                                        "e", EPOCH_NANOS, Map.of("flat", 1L, "list", List.of("a"))))
                        .event(
                                SpanEvent.at(
                                        "nested",
                                        EPOCH_NANOS,
                                        Map.of("map", Map.of("a", Map.of()))))
                        .link(new SpanLink(new TraceId(1, 2), 3, Map.of("why", "because")))
                        .link(new SpanLink(new TraceId(1, 2), 3, Map.of()))
                        .droppedRecords(3)
                        .build();
        final SpanData child =
                span(2, 1, "child")
                        .status(SpanStatus.error("IllegalStateException: no"))
                        .event(
                                SpanEvent.at(
                                        "exception",
                                        EPOCH_NANOS,
                                        Map.of("exception.message", "no")))
                        .attribute(
                                TraceKeys.CHAT_TOKEN_USAGE,
                                Map.of("input_tokens", 1L, "output_tokens", 2L, "total_tokens", 3L))
                        .build();
        final TraceUpdates updates =
                TraceUpdates.builder()
                        .tag("long", "t".repeat(5_000))
                        .metadata("long", "m".repeat(300))
                        .sessionId("s")
                        .userId("u")
                        .clientRequestId("c")
                        .state(TraceState.ERROR)
                        .build();
        return Trace.assemble(List.of(root, child), updates);
    }

    private static Trace open() {
        return Trace.assemble(
                List.of(
                        span(1, 9, "entry of a trace from elsewhere")
                                .endEpochNanos(SpanData.OPEN)
                                .build(),
                        span(2, 1, "ended").status(SpanStatus.UNSET).build()),
                TraceUpdates.NONE);
    }
}
