package io.hotspan.bench;

import io.hotspan.bench.result.BenchRun;
import io.hotspan.bench.result.Figure;
import io.hotspan.bench.result.Measurement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Figures that no peer stands beside: spans a second, bytes a span. */
final class Amounts {
    private static final String THROUGHPUT = "thrpt";

    private Amounts() {}

    /**
     * An amount.
     *
     * @param label what it is of
     */
    record Amount(String label, Figure figure) {}

    /** Spans a second, along the way. */
    static List<Amount> spansPerSecond(final BenchRun run) {
        final Stream<Amount> steps =
                Stream.of(
                        drain(run, "recorded and drained", "baselineDiscarded"),
                        drain(run, "recorded, to disk", "toJournal"),
                        drain(run, "the same, 4 attributes", "toJournal4Attr"),
                        replay(run, "replayed into traces", "0"),
                        replay(run, "the same, 4 attributes", "4"));
        return measured(Stream.concat(sustained(run), steps));
    }

    private static Stream<Amount> sustained(final BenchRun run) {
        return run.measurements().stream()
                .filter(one -> one.name().equals("SustainedBenchmark.toJournal"))
                .map(
                        one ->
                                new Amount(
                                        "to disk for " + one.params().get("seconds") + " s",
                                        sustained(run, one, "spansPerSecond")));
    }

    /** One result of the sustained run, if nothing was lost in it. */
    static Figure sustained(final BenchRun run, final Measurement one, final String key) {
        final Figure time = run.figure(one);
        return time.isPresent() ? one.secondary(key) : time;
    }

    private static Amount drain(final BenchRun run, final String label, final String method) {
        return new Amount(label, run.score("DrainBenchmark." + method, THROUGHPUT));
    }

    private static Amount replay(final BenchRun run, final String label, final String attributes) {
        return new Amount(
                label, run.score("ReplayBenchmark.traces", THROUGHPUT, "attributes", attributes));
    }

    /** Bytes of a span in the journal. */
    static List<Amount> journalBytes(final BenchRun run) {
        final Map<String, String> labels = Map.of("0", "no attributes", "4", "4 attributes");
        return measured(
                Stream.of("0", "4")
                        .map(
                                attributes ->
                                        new Amount(
                                                labels.get(attributes),
                                                run.secondary(
                                                        "ReplayBenchmark.traces",
                                                        THROUGHPUT,
                                                        "journalBytesPerSpan",
                                                        "attributes",
                                                        attributes))));
    }

    private static List<Amount> measured(final Stream<Amount> amounts) {
        return amounts.filter(one -> !one.figure().reason().equals(BenchRun.NOT_MEASURED)).toList();
    }
}
