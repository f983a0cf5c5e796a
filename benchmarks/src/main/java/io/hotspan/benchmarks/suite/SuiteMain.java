package io.hotspan.benchmarks.suite;

import io.hotspan.benchmarks.Obstacles;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.RunnerException;

/**
 * The process that {@code hotspan bench} starts; {@code hotspan bench --help} says what people may
 * ask for. It measures and leaves files behind; the command makes the report of them.
 */
public final class SuiteMain {
    private static final int ARGUMENTS = 4;
    private static final int FINE = 0;
    private static final int CANNOT_RUN = 2;

    private SuiteMain() {}

    /**
     * Runs a suite.
     *
     * @param args {@code quick} or {@code full}; the directory, which exists; a regular expression
     *     of names; {@code true} if standard error is a terminal
     */
    public static void main(final String[] args) throws IOException {
        if (args.length != ARGUMENTS) {
            throw new IllegalArgumentException("arguments: " + args.length + ", not " + ARGUMENTS);
        }
        final PrintStream err =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(args, err));
    }

    private static int run(final String[] args, final PrintStream err) throws IOException {
        final List<Part> parts =
                switch (args[0]) {
                    case "quick" -> Suites.quick();
                    case "full" -> Suites.full();
                    default -> throw new IllegalArgumentException("no such suite: " + args[0]);
                };
        final Path directory = Path.of(args[1]);
        final Pattern only = Pattern.compile(args[2]);
        final boolean isTerminal = Boolean.parseBoolean(args[3]);
        final List<String> leftOut = Obstacles.leftOut();
        try (PrintStream log =
                new PrintStream(
                        Files.newOutputStream(directory.resolve("jmh.log")),
                        true,
                        StandardCharsets.UTF_8)) {
            // JMH passes on to these what the measured JVMs print
            System.setOut(log);
            System.setErr(log);
            final SuiteRun run = new SuiteRun(args[0], directory, err, isTerminal);
            if (run.run(parts, only, leftOut, log) == 0) {
                err.println("hotspan: the suite has no benchmark that matches " + only);
                return CANNOT_RUN;
            }
            return FINE;
        } catch (final RunnerException e) {
            err.println("hotspan: JMH cannot run: " + e.getMessage());
            return CANNOT_RUN;
        }
    }
}
