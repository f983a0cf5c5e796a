package io.hotspan.cli;

import io.hotspan.replay.JournalStatistics;
import io.hotspan.replay.Replay;
import io.hotspan.replay.TraceSummary;
import io.hotspan.terminal.HumanText;
import io.hotspan.terminal.ShellText;
import io.hotspan.terminal.Style;
import io.hotspan.trace.SafeText;
import io.hotspan.trace.TraceState;
import io.hotspan.trace.TraceTree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hotspan demo-report}: what {@code hotspan demo} ends with. */
@Command(
        name = "demo-report",
        hidden = true,
        description = "Show the journal of a demo, and check it against what the demo counted.")
final class DemoReportCommand implements Callable<Integer> {
    /** System property by which the launcher says how it was called. */
    private static final String COMMAND_PROPERTY = "hotspan.command";

    private static final String LOST =
            "the program recorded faster than this machine could store;"
                    + " run the demo again with a lower --concurrency";
    private static final String OTHERS =
            "the journal has more than this demo recorded, since another program has recorded to it"
                    + " meanwhile; give each a --dir of its own";
    private static final int COMMAND_COLUMN = 24;
    private static final int ID_LENGTH = 15;

    @Mixin private JournalArgument journal;

    @Option(
            names = "--opened",
            paramLabel = "N",
            required = true,
            description = "Traced calls that the demo's program has counted.")
    private long openedSpans;

    @Option(
            names = "--earlier",
            paramLabel = "N",
            defaultValue = "0",
            description = "Spans that the journal had before.")
    private long earlierSpans;

    @Option(
            names = "--traces",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Traces that the demo has made, the newest ones.")
    private int traceCount;

    private final Output output;

    DemoReportCommand(final Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        final DamageNotes notes = new DamageNotes(output);
        final Replay replay = journal.open(notes);
        final JournalStatistics statistics = replay.statistics();
        output.line("");
        heading("Another process, this one, has replayed the journal:");
        new StatsLines(output).write(statistics);
        output.line("");
        final boolean isTrue = check(statistics);
        final List<TraceSummary> traces = replay.newest(traceCount);
        final Optional<TraceSummary> slowest =
                traces.stream().max(Comparator.comparingLong(TraceSummary::durationNanos));
        show("The slowest trace, without attributes and events:", slowest, replay);
        final Optional<TraceSummary> failing =
                traces.stream().filter(trace -> trace.state() == TraceState.ERROR).findFirst();
        show("The last trace that failed:", failing, replay);
        writeNextCommands(failing.or(() -> slowest));
        output.out().flush();
        notes.report(journal);
        return isTrue ? ExitCode.FINE : ExitCode.NO;
    }

    /** Both counts, and whether they are the same and nothing was lost. */
    private boolean check(final JournalStatistics statistics) {
        final long replayed = statistics.spans() - earlierSpans;
        final boolean isLost = statistics.lostSpans() + statistics.lostRecords() > 0;
        final boolean isTrue = replayed == openedSpans && !isLost;
        final String earlier =
                earlierSpans == 0
                        ? ""
                        : " besides " + HumanText.count(earlierSpans) + " from before";
        output.line(
                "The program made "
                        + HumanText.count(openedSpans, "traced call")
                        + ", the journal gave back "
                        + HumanText.count(replayed, "span")
                        + earlier
                        + ", "
                        + (isLost ? "some were lost: " : "nothing was lost: ")
                        + (isTrue
                                ? output.terminal().paint(Style.GREEN, "that is right.")
                                : output.terminal().paint(Style.RED, "that is wrong.")));
        if (!isTrue) {
            output.message(isLost ? LOST : replayed > openedSpans ? OTHERS : differs());
        }
        return isTrue;
    }

    private String differs() {
        return "the journal does not have what the demo recorded; `"
                + command()
                + " verify "
                + SafeText.of(ShellText.of(journal.directory()))
                + "` tells more";
    }

    private void show(
            final String title, final Optional<TraceSummary> summary, final Replay replay) {
        summary.flatMap(trace -> replay.find(trace.id()))
                .ifPresent(
                        trace -> {
                            output.line("");
                            heading(title);
                            output.out()
                                    .print(
                                            TraceTree.render(
                                                    trace, output.treeOptions().withBrief(true)));
                        });
    }

    private void writeNextCommands(final Optional<TraceSummary> trace) {
        final String directory = ShellText.of(journal.directory());
        output.line("");
        heading("Try next:");
        next("the newest traces", "traces " + directory);
        trace.ifPresent(
                shown ->
                        next(
                                "all of one trace",
                                "show " + directory + " " + beginning(shown) + " --full"));
        next("figures for programs", "stats " + directory + " --json");
        next("is it whole?", "verify " + directory);
        next("watch it grow ...", "traces " + directory + " --follow");
        next("... from another shell", "demo --dir " + directory);
    }

    private void next(final String what, final String command) {
        output.line(
                "  "
                        + what
                        + " ".repeat(Math.max(1, COMMAND_COLUMN - what.length()))
                        + SafeText.of(command() + " " + command));
    }

    /** How the launcher was called. */
    private static String command() {
        return ShellText.of(System.getProperty(COMMAND_PROPERTY, "hotspan"));
    }

    /** So much of the id that no other is likely to begin with it. */
    private static String beginning(final TraceSummary trace) {
        return trace.id().toString().substring(0, ID_LENGTH);
    }

    private void heading(final String text) {
        output.line(output.terminal().paint(Style.BOLD, text));
    }
}
