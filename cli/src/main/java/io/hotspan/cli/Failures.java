package io.hotspan.cli;

import io.hotspan.journal.JournalException;
import io.hotspan.trace.SafeText;
import java.nio.file.InvalidPathException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns whatever goes wrong into one line on standard error that says what to do, and an exit code.
 * Stack traces are shown only to those who ask for them.
 */
final class Failures {
    private static final String TROUBLESHOOTING = "docs/troubleshooting.md";

    private final Output output;

    Failures(final Output output) {
        this.output = output;
    }

    int onWrongUse(final ParameterException e, final String[] args) {
        final CommandLine command = e.getCommandLine();
        final String name = command.getCommandSpec().qualifiedName();
        final List<String> suggestions =
                e instanceof UnmatchedArgumentException unmatched
                        ? unmatched.getSuggestions()
                        : List.of();
        message(
                e.getMessage()
                        + (isBeyondLocale(e)
                                ? "; set LC_ALL=C.UTF-8, since the locale has no such characters"
                                : "")
                        + (suggestions.isEmpty() ? "" : "; is " + suggestions.get(0) + " meant?")
                        + "; `"
                        + name
                        + " --help` says how to use it");
        showStackTrace(e);
        return ExitCode.WRONG_USE;
    }

    int onFailure(final Exception e, final CommandLine command, final ParseResult parsed) {
        return onFailure(e);
    }

    /** Says what failed. */
    int onFailure(final Throwable e) {
        if (e instanceof JournalException) {
            message(withLink(e.getMessage(), "#a-journal-that-cannot-be-read"));
        } else if (e instanceof OutOfMemoryError) {
            message(
                    "not enough memory ("
                            + e.getMessage()
                            + "); give more with HOTSPAN_JAVA_OPTS=-Xmx4g"
                            + " (docs/troubleshooting.md#not-enough-memory)");
        } else {
            message(
                    "this is a fault of Hotspan: "
                            + e
                            + "; please report it with what HOTSPAN_DEBUG=1 shows"
                            + " (docs/troubleshooting.md#a-fault-of-hotspan)");
        }
        showStackTrace(e);
        return ExitCode.WRONG_USE;
    }

    /** Java reads arguments in the locale's encoding; of what went wrong picocli keeps the text. */
    private static boolean isBeyondLocale(final ParameterException e) {
        return e.getMessage().contains(InvalidPathException.class.getName());
    }

    private static String withLink(final String message, final String anchor) {
        return message.contains(TROUBLESHOOTING)
                ? message
                : message + " (" + TROUBLESHOOTING + anchor + ")";
    }

    /** A message is one line, whatever a path or an argument has in it. */
    private void message(final String text) {
        output.message(SafeText.of(text));
    }

    private void showStackTrace(final Throwable e) {
        if (output.isDebug()) {
            e.printStackTrace(output.err());
            output.err().flush();
        }
    }
}
