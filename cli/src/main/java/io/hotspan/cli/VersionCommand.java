package io.hotspan.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code hotspan version}. */
@Command(name = "version", description = "Show the versions of Hotspan and of Java.")
final class VersionCommand implements Callable<Integer> {
    private final Output output;

    VersionCommand(final Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        output.line("hotspan " + BuildVersion.read());
        output.line(
                "Java "
                        + System.getProperty("java.version")
                        + " ("
                        + System.getProperty("java.vendor")
                        + "), "
                        + System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.arch"));
        return ExitCode.FINE;
    }
}
