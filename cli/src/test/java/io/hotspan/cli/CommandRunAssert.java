package io.hotspan.cli;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Assertions on what a command answered. */
final class CommandRunAssert extends AbstractAssert<CommandRunAssert, CommandRun> {
    private CommandRunAssert(final CommandRun run) {
        super(run, CommandRunAssert.class);
    }

    static CommandRunAssert assertThat(final CommandRun run) {
        return new CommandRunAssert(run);
    }

    /** Exit code 0, and no message. */
    CommandRunAssert isFine() {
        Assertions.assertThat(actual.err()).isEmpty();
        Assertions.assertThat(actual.exitCode()).isEqualTo(ExitCode.FINE);
        return this;
    }

    /** Exit code 1, and one line of message. */
    CommandRunAssert isNo() {
        return hasOneLine(ExitCode.NO);
    }

    /** Exit code 2, one line of message, and no answer. */
    CommandRunAssert isWrongUse() {
        Assertions.assertThat(actual.out()).isEmpty();
        return hasOneLine(ExitCode.WRONG_USE);
    }

    private CommandRunAssert hasOneLine(final int exitCode) {
        Assertions.assertThat(actual.err()).startsWith("hotspan: ").hasLineCount(1);
        Assertions.assertThat(actual.exitCode()).isEqualTo(exitCode);
        return this;
    }
}
