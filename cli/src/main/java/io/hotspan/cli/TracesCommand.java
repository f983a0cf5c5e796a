package io.hotspan.cli;

import io.hotspan.replay.Replay;
import io.hotspan.replay.TraceSummary;
import io.hotspan.search.TraceFilter;
import io.hotspan.trace.SafeText;
import io.hotspan.trace.Trace;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hotspan traces}. */
@Command(name = "traces", description = "List the newest traces, newest first.")
final class TracesCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private JournalArgument journal;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many traces at most, 1 or more. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(
            names = "--filter",
            paramLabel = "F",
            converter = FilterConverter.class,
            description = {
                "Only traces that match, in the language of MLflow, such as",
                "\"span.type = 'RETRIEVER' AND trace.execution_time_ms > 100\"."
            })
    private TraceFilter filter;

    @Option(
            names = "--follow",
            description = {
                "Go on, and add each trace below when it has ended; here the oldest come first.",
                "Ends with Ctrl-C, or when nobody reads the output any more."
            })
    private boolean isFollowing;

    @Option(
            names = "--json",
            description = "Print one JSON array; with --follow, one JSON object a line.")
    private boolean isJson;

    private final Output output;
    private final StopSignal stop;

    TracesCommand(final Output output, final StopSignal stop) {
        this.output = output;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--limit out of range: " + limit + ", min=1");
        }
        final DamageNotes notes = new DamageNotes(output);
        if (isFollowing) {
            final Predicate<Trace> wanted = filter == null ? TraceFilter.ALL : filter;
            new FollowedTraces(output, stop, journal, notes, wanted, limit, isJson).run();
            return ExitCode.FINE;
        }
        final List<TraceSummary> traces = newest(journal.open(notes));
        if (isJson) {
            writeArray(traces);
        } else if (traces.isEmpty()) {
            output.message(
                    SafeText.of(
                            filter == null
                                    ? "no traces in " + journal.directory() + " yet"
                                    : "no trace in " + journal.directory() + " matches " + filter));
        } else {
            new TraceLines(output).writeTable(traces);
        }
        output.out().flush();
        notes.report(journal);
        return ExitCode.FINE;
    }

    private List<TraceSummary> newest(final Replay replay) {
        return filter == null
                ? replay.newest(limit)
                : replay.search(filter, limit).stream().map(TraceSummary::of).toList();
    }

    private void writeArray(final List<TraceSummary> traces) {
        String separator = "[";
        for (final TraceSummary trace : traces) {
            output.out().print(separator);
            output.out().print(TraceJson.of(trace));
            separator = ",\n ";
        }
        output.line(traces.isEmpty() ? "[]" : "]");
    }
}
