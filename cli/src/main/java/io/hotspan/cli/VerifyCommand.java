package io.hotspan.cli;

import io.hotspan.journal.Damage;
import io.hotspan.replay.VerifyReport;
import io.hotspan.terminal.HumanText;
import io.hotspan.terminal.Style;
import io.hotspan.trace.SafeText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hotspan verify}. */
@Command(
        name = "verify",
        description = {
            "Check that a journal is whole: order, checksums and accounting.",
            "All of it is read. What was recorded must be there or be counted as lost; places"
                    + " where that is not so are listed, and the exit code is 1."
        })
final class VerifyCommand implements Callable<Integer> {
    @Mixin private JournalArgument journal;

    private final Output output;

    VerifyCommand(final Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        final VerifyReport report = journal.open(new DamageNotes(output)).verify();
        if (report.isWhole()) {
            output.line(output.terminal().paint(Style.GREEN, "whole") + ": " + content(report));
        } else {
            output.line(output.terminal().paint(Style.RED, "not whole") + ": " + content(report));
        }
        remarks(report);
        findings(report);
        if (report.isWhole()) {
            return ExitCode.FINE;
        }
        output.out().flush(); // the list stands above the message
        output.message(
                SafeText.of(
                        "not whole: "
                                + HumanText.count(report.findingCount(), "damaged place")
                                + " in "
                                + journal.directory()
                                + "; copy the journal again from where it was written, or read"
                                + " what is left with the other commands"
                                + " (docs/troubleshooting.md#a-journal-that-is-not-whole)"));
        return ExitCode.NO;
    }

    private static String content(final VerifyReport report) {
        return HumanText.count(report.spans(), "span")
                + (report.openSpans() == 0
                        ? ""
                        : " (open: " + HumanText.count(report.openSpans()) + ")")
                + ", "
                + HumanText.count(report.records(), "record")
                + ", "
                + HumanText.count(report.blocks(), "block");
    }

    /** What is no damage, but should be known. */
    private void remarks(final VerifyReport report) {
        if (report.lostSpans() + report.lostRecords() > 0) {
            output.line(
                    "lost when recording, for want of room, and counted: "
                            + HumanText.count(report.lostSpans(), "span")
                            + ", "
                            + HumanText.count(report.lostRecords(), "record"));
        }
        if (report.unknownRecords() > 0) {
            output.line(
                    "of a newer Hotspan, and passed over: "
                            + HumanText.count(report.unknownRecords(), "record"));
        }
        if (!report.notClosedSessions().isEmpty()) {
            output.line(
                    "not closed: "
                            + HumanText.count(report.notClosedSessions().size(), "session")
                            + "; the writer is at work, or it died: whether more should be there"
                            + " cannot be checked");
        }
    }

    private void findings(final VerifyReport report) {
        for (final Damage finding : report.findings()) {
            output.line("  " + SafeText.of(finding.toString()));
        }
        final long untold = report.findingCount() - report.findings().size();
        if (untold > 0) {
            output.line("  and " + HumanText.count(untold) + " more");
        }
    }
}
