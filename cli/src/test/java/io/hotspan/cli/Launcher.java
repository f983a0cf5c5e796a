package io.hotspan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the launcher as a process of its own, with nothing of this one's environment that matters.
 */
final class Launcher {
    static final Path SCRIPT = Path.of("..", "hotspan").toAbsolutePath().normalize();

    private static final long TIMEOUT_SECONDS = 60;

    private final Path scratch;

    /**
     * @param scratch directory for what the processes write, and where they run
     */
    Launcher(final Path scratch) {
        this.scratch = scratch;
    }

    /** Runs the launcher with arguments. */
    CommandRun run(final Object... args) throws Exception {
        return run(Map.of(), args);
    }

    /** Runs the launcher with more environment variables. */
    CommandRun run(final Map<String, String> environment, final Object... args) throws Exception {
        final List<String> command = new ArrayList<>();
        command.add(SCRIPT.toString());
        command.addAll(List.of(CommandRun.strings(args)));
        return runCommand(environment, command.toArray(String[]::new));
    }

    /** Runs a line of shell; the launcher is {@code $HOTSPAN}. */
    CommandRun runShell(final String line) throws Exception {
        return runCommand(Map.of(), "sh", "-c", line);
    }

    /** A process that has not been started; its output is a pipe to this one. */
    ProcessBuilder builder(final String... command) {
        final ProcessBuilder builder = new ProcessBuilder(command).directory(scratch.toFile());
        final Map<String, String> environment = builder.environment();
        List.of(
                        "NO_COLOR",
                        "COLUMNS",
                        "LC_ALL",
                        "HOTSPAN_DEBUG",
                        "HOTSPAN_JAVA_OPTS",
                        "OPENAI_BASE_URL",
                        "OPENAI_API_KEY",
                        "JAVA_TOOL_OPTIONS",
                        "JDK_JAVA_OPTIONS",
                        "_JAVA_OPTIONS")
                .forEach(environment::remove);
        environment.put("HOTSPAN", SCRIPT.toString());
        environment.put("TERM", "xterm");
        environment.put("TZ", "Europe/Berlin");
        return builder;
    }

    private CommandRun runCommand(final Map<String, String> environment, final String... command)
            throws Exception {
        final Path out = Files.createTempFile(scratch, "out", ".txt");
        final Path err = Files.createTempFile(scratch, "err", ".txt");
        final ProcessBuilder builder =
                builder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        final Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(
                    "still running after " + TIMEOUT_SECONDS + " s: " + List.of(command));
        }
        return new CommandRun(process.exitValue(), read(out), read(err));
    }

    private static String read(final Path file) throws IOException {
        final String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }
}
