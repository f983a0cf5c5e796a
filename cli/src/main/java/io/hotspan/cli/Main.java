package io.hotspan.cli;

import io.hotspan.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;

/** Starts the command {@code hotspan}. */
public final class Main {
    /** Set this variable to see the stack traces of failures. */
    static final String DEBUG_VARIABLE = "HOTSPAN_DEBUG";

    private Main() {}

    /** Runs one command and ends the process with its exit code: 0 fine, 1 no, 2 wrong use. */
    public static void main(final String[] args) {
        System.exit(run(args, System.getenv()));
    }

    private static int run(final String[] args, final Map<String, String> environment) {
        final StandardOutput stdout = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        // always UTF-8: --json is read by programs, whatever the locale is
        final PrintWriter out =
                new PrintWriter(new OutputStreamWriter(stdout, StandardCharsets.UTF_8));
        final PrintWriter err =
                new PrintWriter(
                        new OutputStreamWriter(
                                new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8),
                        true);
        final Output output =
                new Output(
                        out,
                        err,
                        Terminal.of(environment, Boolean.getBoolean(Terminal.PROPERTY)),
                        ZoneId.systemDefault(),
                        !environment.getOrDefault(DEBUG_VARIABLE, "").isEmpty());
        final int exitCode = execute(args, output);
        out.flush();
        if (stdout.failure() == null) {
            return exitCode;
        }
        output.message(
                "cannot write to standard output: "
                        + stdout.failure().getMessage()
                        + "; free some space or give another output"
                        + " (docs/troubleshooting.md#standard-output-cannot-be-written)");
        return ExitCode.WRONG_USE;
    }

    private static int execute(final String[] args, final Output output) {
        try {
            final StopSignal stop = new StopSignal();
            Runtime.getRuntime().addShutdownHook(new Thread(stop::request, "hotspan-stop"));
            return HotspanCommand.commandLine(output, stop).execute(args);
        } catch (final Error e) { // picocli hands on exceptions alone
            return new Failures(output).onFailure(e);
        }
    }
}
