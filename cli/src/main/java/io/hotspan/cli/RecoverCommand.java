package io.hotspan.cli;

import io.hotspan.journal.JournalReader;
import io.hotspan.recovery.LeftRings;
import io.hotspan.recovery.Recovery;
import io.hotspan.recovery.RecoveryReport;
import io.hotspan.ring.RingDirectory;
import io.hotspan.terminal.HumanText;
import io.hotspan.terminal.ShellText;
import io.hotspan.trace.SafeText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hotspan recover}. */
@Command(
        name = "recover",
        description = {
            "Bring into a journal what killed processes left in memory.",
            "A program does so itself when it opens the journal. Processes that live are left"
                    + " alone. To run it twice does no harm."
        })
final class RecoverCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "D", description = "The journal.")
    private Path directory;

    @Option(
            names = "--rings",
            paramLabel = "R",
            description = "Recover this directory of rings, whether or not D knows of it.")
    private Path rings;

    @Option(
            names = "--orphans",
            description =
                    "List the directories of rings that no journal knows of, and say what to do."
                            + " Those in which nothing was recorded are deleted.")
    private boolean listsOrphans;

    @Option(
            names = "--below",
            paramLabel = "DIR",
            description =
                    "Where --orphans looks, if a program gave a directory of its own for its rings."
                            + " May be repeated. Default: /dev/shm and the temporary directory.")
    private List<Path> parents = new ArrayList<>();

    @Spec private CommandSpec spec;

    private final Output output;
    private boolean hasWarned;

    RecoverCommand(final Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        if (listsOrphans == (directory != null) || listsOrphans && rings != null) {
            throw new ParameterException(
                    spec.commandLine(), "give either a journal, or --orphans alone");
        }
        if (!listsOrphans && !parents.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--below goes with --orphans");
        }
        return listsOrphans ? listOrphans() : recover();
    }

    private int recover() {
        try {
            final Recovery recovery = Recovery.of(directory);
            if (rings == null) {
                JournalReader.open(directory); // a wrong path is told of, and not made
                tell(recovery.recover(this::warn));
            } else {
                tell(recovery.recover(rings, this::warn));
            }
        } catch (final IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (final IOException | UncheckedIOException e) {
            warn("cannot recover into " + directory + ": " + e.getMessage());
        }
        return hasWarned ? ExitCode.NO : ExitCode.FINE;
    }

    private void tell(final RecoveryReport report) {
        if (report.recovered() > 0) {
            output.line(
                    "recovered: "
                            + HumanText.count(report.recovered(), "session")
                            + ", "
                            + HumanText.size(report.bytes())
                            + " of records");
        } else if (!hasWarned) {
            output.line("nothing to recover");
        }
        if (report.alive() > 0) {
            output.line(
                    "left alone, since a process is at work on it: "
                            + HumanText.count(report.alive(), "session"));
        }
        if (report.gone() > 0) {
            output.line(
                    "gone with the memory of a machine that was started anew: "
                            + HumanText.count(report.gone(), "session"));
        }
        output.out().flush();
    }

    private int listOrphans() {
        final List<Path> places = parents.isEmpty() ? RingDirectory.usualParents() : parents;
        final List<LeftRings> left = LeftRings.below(places, this::warn);
        left.forEach(this::tell);
        if (left.isEmpty()) {
            output.line("nothing is left below " + SafeText.of(join(places)));
        }
        output.out().flush();
        return hasWarned ? ExitCode.NO : ExitCode.FINE;
    }

    private void tell(final LeftRings left) {
        final String journal = left.journal() == null ? "JOURNAL" : ShellText.of(left.journal());
        final String rings = ShellText.of(left.directory());
        if (left.isEmpty()) {
            delete(left);
            return;
        }
        line(left.directory() + ": " + HumanText.size(left.bytes()) + " of records");
        if (left.isKnown()) {
            line("  of the journal " + left.journal());
            line("  to have them: hotspan recover " + journal);
            return;
        }
        line(
                left.journal() == null
                        ? "  of a journal that is not known"
                        : "  of the journal "
                                + left.journal()
                                + ", which is gone or knows nothing of it");
        line("  to keep them: hotspan recover " + journal + " --rings " + rings);
        line("  to drop them: rm -r " + rings);
    }

    private void delete(final LeftRings left) {
        try {
            left.deleteEmpty();
            line(left.directory() + ": deleted, its program was killed before it recorded");
        } catch (final IOException e) {
            warn("cannot delete " + left.directory() + ", which is empty: " + e.getMessage());
        }
    }

    private void line(final String text) {
        output.line(SafeText.of(text));
    }

    private void warn(final String message) {
        hasWarned = true;
        output.out().flush();
        output.message(SafeText.of(message + " (docs/troubleshooting.md#recovery-that-fails)"));
    }

    private static String join(final List<Path> places) {
        return String.join(", ", places.stream().map(Path::toString).toList());
    }
}
