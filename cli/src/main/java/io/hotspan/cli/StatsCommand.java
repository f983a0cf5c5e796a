package io.hotspan.cli;

import io.hotspan.replay.JournalStatistics;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hotspan stats}. */
@Command(
        name = "stats",
        description = "Show a journal in numbers: traces, spans, losses, size, durations.")
final class StatsCommand implements Callable<Integer> {
    @Mixin private JournalArgument journal;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean isJson;

    private final Output output;

    StatsCommand(final Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        final DamageNotes notes = new DamageNotes(output);
        final JournalStatistics statistics = journal.open(notes).statistics();
        if (isJson) {
            output.line(StatsJson.of(statistics));
        } else {
            new StatsLines(output).write(statistics);
        }
        output.out().flush();
        notes.report(journal);
        return ExitCode.FINE;
    }
}
