package io.hotspan.cli;

import io.hotspan.replay.JournalStatistics;
import io.hotspan.replay.OperationStatistics;
import io.hotspan.replay.ThreadLoss;
import io.hotspan.terminal.HumanText;
import io.hotspan.terminal.Style;
import io.hotspan.terminal.Table;
import io.hotspan.trace.SafeText;
import java.util.Locale;

/** Statistics for people: figures of the journal, then a table of its operations. */
final class StatsLines {
    private static final int LABEL_WIDTH = 9;

    private final Output output;

    StatsLines(final Output output) {
        this.output = output;
    }

    void write(final JournalStatistics statistics) {
        line("traces", HumanText.count(statistics.traces()));
        line("spans", spans(statistics));
        line("lost", lost(statistics));
        line("errors", errors(statistics));
        line("journal", size(statistics));
        if (statistics.spans() > 0) {
            line("time", time(statistics));
            output.line("");
            operations(statistics).lines().forEach(output::line);
        }
        if (!statistics.losses().isEmpty()) {
            output.line("");
            losses(statistics).lines().forEach(output::line);
        }
    }

    private void line(final String label, final String value) {
        final String padding = " ".repeat(LABEL_WIDTH - label.length());
        output.line(output.terminal().paint(Style.BOLD, label) + padding + value);
    }

    private static String spans(final JournalStatistics statistics) {
        final String open =
                statistics.openSpans() == 0
                        ? ""
                        : ", of these open: " + HumanText.count(statistics.openSpans());
        return HumanText.count(statistics.spans()) + open;
    }

    private String lost(final JournalStatistics statistics) {
        final String lost =
                HumanText.count(statistics.lostSpans(), "span")
                        + ", "
                        + HumanText.count(statistics.lostRecords(), "record");
        return statistics.lostSpans() + statistics.lostRecords() == 0
                ? lost
                : output.terminal().paint(Style.YELLOW, lost);
    }

    private String errors(final JournalStatistics statistics) {
        final String errors = HumanText.count(statistics.errors(), "span");
        return statistics.errors() == 0 ? errors : output.terminal().paint(Style.RED, errors);
    }

    private static String size(final JournalStatistics statistics) {
        final String perSpan =
                statistics.spans() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT, ", %,.1f bytes per span", statistics.bytesPerSpan());
        return HumanText.size(statistics.journalBytes()) + perSpan;
    }

    private String time(final JournalStatistics statistics) {
        return HumanText.timeAndOffset(statistics.firstEpochNanos(), output.zone())
                + ", "
                + HumanText.duration(statistics.lastEpochNanos() - statistics.firstEpochNanos())
                + " long";
    }

    private Table losses(final JournalStatistics statistics) {
        final Table table =
                new Table(output.terminal())
                        .elasticText("THREAD")
                        .number("LOST SPANS")
                        .number("RECORDS")
                        .number("WAITED")
                        .text("FROM")
                        .text("TO");
        for (final ThreadLoss loss : statistics.losses()) {
            table.row(
                    SafeText.of(loss.thread()),
                    HumanText.count(loss.lostSpans()),
                    HumanText.count(loss.lostRecords()),
                    HumanText.duration(loss.waitedNanos()),
                    time(loss.firstEpochNanos()),
                    time(loss.lastEpochNanos()));
        }
        return table;
    }

    private String time(final long epochNanos) {
        return epochNanos == 0 ? "" : HumanText.time(epochNanos, output.zone());
    }

    private Table operations(final JournalStatistics statistics) {
        final Table table =
                new Table(output.terminal())
                        .elasticText("NAME")
                        .number("COUNT")
                        .number("P50")
                        .number("P99")
                        .number("MAX");
        for (final OperationStatistics operation : statistics.operations()) {
            table.row(
                    SafeText.of(operation.name()),
                    HumanText.count(operation.count()),
                    HumanText.duration(operation.p50Nanos()),
                    HumanText.duration(operation.p99Nanos()),
                    HumanText.duration(operation.maxNanos()));
        }
        return table;
    }
}
