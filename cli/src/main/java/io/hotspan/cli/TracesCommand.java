package io.hotspan.cli;

import io.hotspan.replay.TraceSummary;
import java.util.List;
import java.util.concurrent.Callable;
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
            new FollowedTraces(output, stop, journal, notes, limit, isJson).run();
            return ExitCode.FINE;
        }
        final List<TraceSummary> traces = journal.open(notes).newest(limit);
        if (isJson) {
            writeArray(traces);
        } else if (traces.isEmpty()) {
            output.message("no traces in " + journal.directory() + " yet");
        } else {
            new TraceLines(output).writeTable(traces);
        }
        output.out().flush();
        notes.report(journal);
        return ExitCode.FINE;
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
