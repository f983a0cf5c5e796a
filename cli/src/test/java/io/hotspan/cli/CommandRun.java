package io.hotspan.cli;

import io.hotspan.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.List;

/**
 * What a command answered.
 *
 * @param out all of standard output
 * @param err all of standard error
 */
record CommandRun(int exitCode, String out, String err) {
    static final Terminal PIPE = new Terminal(false, false, false, 100);

    /** Runs a command in this process, its output a pipe, in Berlin's time zone. */
    static CommandRun of(final Object... args) {
        return on(PIPE, args);
    }

    /** Runs a command in this process, on a terminal. */
    static CommandRun on(final Terminal terminal, final Object... args) {
        final StringWriter out = new StringWriter();
        final StringWriter err = new StringWriter();
        final Output output = output(out, err, terminal, false);
        final int exitCode =
                HotspanCommand.commandLine(output, new StopSignal()).execute(strings(args));
        output.out().flush();
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    static Output output(
            final StringWriter out,
            final StringWriter err,
            final Terminal terminal,
            final boolean isDebug) {
        return new Output(
                new PrintWriter(out),
                new PrintWriter(err),
                terminal,
                ZoneId.of("Europe/Berlin"),
                isDebug);
    }

    static String[] strings(final Object... args) {
        final String[] strings = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            strings[i] = args[i].toString();
        }
        return strings;
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
