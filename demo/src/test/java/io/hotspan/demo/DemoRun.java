package io.hotspan.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One call of the launcher, as a process of its own.
 *
 * @param out all of standard output
 * @param err all of standard error
 */
record DemoRun(int exitCode, String out, String err) {
    private static final Path LAUNCHER = Path.of("..", "hotspan").toAbsolutePath().normalize();
    private static final long TIMEOUT_SECONDS = 100;

    /** Runs the launcher in a directory, to its end. */
    static DemoRun of(final Path directory, final Object... arguments) throws Exception {
        return of(directory, Map.of(), arguments);
    }

    /** As {@link #of(Path, Object...)}, with more environment variables. */
    static DemoRun of(
            final Path directory, final Map<String, String> environment, final Object... arguments)
            throws Exception {
        final Process process = start(directory, environment, arguments);
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + TIMEOUT_SECONDS + " s");
        }
        return ended(directory, process);
    }

    /** Starts the launcher; nothing of this process's environment matters to it. */
    static Process start(
            final Path directory, final Map<String, String> environment, final Object... arguments)
            throws IOException {
        final List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        for (final Object argument : arguments) {
            command.add(argument.toString());
        }
        final ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectOutput(directory.resolve("out").toFile())
                        .redirectError(directory.resolve("err").toFile());
        builder.environment()
                .keySet()
                .removeIf(
                        name ->
                                name.contains("JAVA_OPT")
                                        || name.contains("JAVA_TOOL")
                                        || name.startsWith("OPENAI_")
                                        || name.equals("COLUMNS")
                                        || name.equals("HOTSPAN_DEBUG"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What a process has said that was started in a directory and is over. */
    static DemoRun ended(final Path directory, final Process process) throws IOException {
        return new DemoRun(
                process.exitValue(),
                Files.readString(directory.resolve("out"), StandardCharsets.UTF_8),
                Files.readString(directory.resolve("err"), StandardCharsets.UTF_8));
    }
}
