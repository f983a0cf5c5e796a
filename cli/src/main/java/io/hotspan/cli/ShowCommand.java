package io.hotspan.cli;

import io.hotspan.model.TraceId;
import io.hotspan.replay.Replay;
import io.hotspan.terminal.ShellText;
import io.hotspan.trace.SafeText;
import io.hotspan.trace.Trace;
import io.hotspan.trace.TraceTree;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotspan show}. */
@Command(
        name = "show",
        description = "Show one trace as a tree: durations, types, status, attributes, events.")
final class ShowCommand implements Callable<Integer> {
    @Mixin private JournalArgument journal;

    @Parameters(
            index = "1",
            paramLabel = "TRACE_ID",
            description = {
                "Id of the trace, with or without tr-. Its first 6 digits or more do, where no",
                "other trace begins with them."
            })
    private String id;

    @Option(names = "--json", description = "Print the trace in MLflow's JSON format.")
    private boolean isJson;

    @Option(
            names = "--full",
            description = "Show values and stack traces whole, however long they are.")
    private boolean isFull;

    private final Output output;

    ShowCommand(final Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        final DamageNotes notes = new DamageNotes(output);
        final Replay replay = journal.open(notes);
        final List<TraceId> ids = TraceIdArgument.find(id, replay);
        final Optional<Trace> trace = ids.size() == 1 ? replay.find(ids.get(0)) : Optional.empty();
        trace.ifPresent(this::write);
        notes.report(journal);
        if (trace.isPresent()) {
            return ExitCode.FINE;
        }
        sayUnknown(ids);
        return ExitCode.NO;
    }

    private void write(final Trace trace) {
        if (isJson) {
            output.line(trace.toJson());
        } else {
            output.out().print(TraceTree.render(trace, output.treeOptions().withFull(isFull)));
        }
        output.out().flush();
    }

    private void sayUnknown(final List<TraceId> ids) {
        final String reason =
                ids.size() > 1
                        ? "several traces begin with " + id + ": " + ids.get(0) + ", " + ids.get(1)
                        : "no trace " + id;
        output.message(
                SafeText.of(
                        reason
                                + " in "
                                + journal.directory()
                                + "; `hotspan traces "
                                + ShellText.of(journal.directory())
                                + "` lists the traces by their ids"
                                + " (docs/troubleshooting.md#unknown-trace)"));
    }
}
