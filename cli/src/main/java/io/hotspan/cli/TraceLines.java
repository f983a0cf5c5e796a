package io.hotspan.cli;

import io.hotspan.replay.TraceSummary;
import io.hotspan.terminal.HumanText;
import io.hotspan.terminal.Style;
import io.hotspan.terminal.Table;
import io.hotspan.trace.SafeText;
import io.hotspan.trace.TraceState;
import java.util.List;

/** Traces as lines of a table. */
final class TraceLines {
    /** So that a short table leaves room for the names that come while following. */
    private static final int NAME_WIDTH = 12;

    private final Output output;
    private final Table table;

    TraceLines(final Output output) {
        this.output = output;
        table =
                new Table(output.terminal())
                        .text("TRACE")
                        .text("TIME")
                        .text("STATE", TraceLines::style)
                        .elasticText("NAME")
                        .atLeast(NAME_WIDTH)
                        .number("DURATION")
                        .number("SPANS");
    }

    /** Writes the table with its headings. */
    void writeTable(final List<TraceSummary> traces) {
        traces.forEach(trace -> table.row(cells(trace)));
        table.lines().forEach(output::line);
    }

    /** Writes one more line below the table. */
    void writeLine(final TraceSummary trace) {
        output.line(table.line(cells(trace)));
    }

    private String[] cells(final TraceSummary trace) {
        return new String[] {
            trace.id().toString(),
            HumanText.time(trace.startEpochNanos(), output.zone()),
            trace.state().toString(),
            SafeText.of(trace.rootName()),
            trace.durationNanos() == TraceSummary.OPEN
                    ? "-"
                    : HumanText.duration(trace.durationNanos()),
            HumanText.count(trace.spanCount())
        };
    }

    private static Style style(final String state) {
        return switch (TraceState.valueOf(state)) {
            case OK -> Style.GREEN;
            case ERROR -> Style.RED;
            case IN_PROGRESS -> Style.YELLOW;
            case STATE_UNSPECIFIED -> Style.DIM;
        };
    }
}
