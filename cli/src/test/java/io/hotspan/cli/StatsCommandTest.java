package io.hotspan.cli;

import static io.hotspan.cli.CommandRunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatsCommandTest {
    @TempDir Path directory;

    @Test
    void jsonHasTheKeysThatScriptsRelyOn() throws Exception {
        final JsonNode stats = json();
        assertThat(fieldNames(stats))
                .containsExactly(
                        "traces",
                        "spans",
                        "openSpans",
                        "lostSpans",
                        "lostRecords",
                        "waitedNanos",
                        "losses",
                        "journalBytes",
                        "bytesPerSpan",
                        "firstEpochNanos",
                        "lastEpochNanos",
                        "errors",
                        "operations");
        assertThat(fieldNames(stats.get("operations").get(0)))
                .containsExactly("name", "count", "p50Nanos", "p99Nanos", "maxNanos");
        assertThat(fieldNames(stats.get("losses").get(0)))
                .containsExactly(
                        "thread",
                        "lostSpans",
                        "lostRecords",
                        "firstEpochNanos",
                        "lastEpochNanos",
                        "waitedNanos");
    }

    @Test
    void jsonHasTheFigures() throws Exception {
        final JsonNode stats = json();
        assertThat(stats.get("traces").asLong()).isEqualTo(4);
        assertThat(stats.get("spans").asLong()).isEqualTo(6);
        assertThat(stats.get("openSpans").asLong()).isEqualTo(1);
        assertThat(stats.get("lostSpans").asLong()).isEqualTo(7);
        assertThat(stats.get("lostRecords").asLong()).isZero();
        assertThat(stats.get("errors").asLong()).isEqualTo(1);
        assertThat(stats.get("firstEpochNanos").asLong()).isEqualTo(TestJournal.EPOCH_NANOS);
        assertThat(stats.get("lastEpochNanos").asLong())
                .isEqualTo(TestJournal.EPOCH_NANOS + 4_002_000_000L);
        assertThat(stats.get("bytesPerSpan").asDouble())
                .isCloseTo(
                        stats.get("journalBytes").asLong() / 6.0,
                        org.assertj.core.data.Offset.offset(0.01));
        assertThat(stats.get("operations").get(0).get("name").asText()).isEqualTo("answer");
        assertThat(stats.get("operations").get(0).get("count").asLong()).isEqualTo(2);
        assertThat(stats.get("operations").get(0).get("maxNanos").asLong()).isEqualTo(3_000_000);
    }

    @Test
    void peopleGetATable() {
        writeJournal();
        final CommandRun run = CommandRun.of("stats", directory);
        assertThat(run).isFine();
        assertThat(run.lines())
                .startsWith(
                        "traces   4",
                        "spans    6, of these open: 1",
                        "lost     7 spans, 0 records",
                        "errors   1 span")
                .contains("time     2025-10-22T06:14:54.524+02:00, 4.00 s long")
                .contains("NAME          COUNT      P50      P99      MAX")
                .contains("refuse            1  1.00 µs  1.00 µs  1.00 µs")
                .anyMatch(
                        line ->
                                line.startsWith("(threads that share a ring)")
                                        && line.contains("  7 "));
    }

    @Test
    void anEmptyJournalHasNoOperations() throws Exception {
        new TestJournal(directory).close();
        final CommandRun run = CommandRun.of("stats", directory);
        assertThat(run).isFine();
        assertThat(run.lines()).startsWith("traces   0", "spans    0").hasSize(5);
        final CommandRun json = CommandRun.of("stats", directory, "--json");
        assertThat(new JsonMapper().readTree(json.out()).get("operations")).isEmpty();
    }

    private JsonNode json() throws Exception {
        writeJournal();
        final CommandRun run = CommandRun.of("stats", directory, "--json");
        assertThat(run).isFine();
        return new JsonMapper().readTree(run.out());
    }

    private void writeJournal() {
        try (TestJournal journal = new TestJournal(directory)) {
            journal.trace("answer", 0, 2_000_000);
            journal.trace("answer", 4_000_000_000L - 1_000_000, 3_000_000);
            journal.failedTrace("refuse", 5_000, "no");
            journal.root("wait", 6_000);
            journal.lose(7);
        }
    }

    private static List<String> fieldNames(final JsonNode object) {
        final List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
