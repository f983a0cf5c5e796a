package io.hotspan.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a class of the tests in a JVM of its own. */
public final class ChildJvm {
    private static final Path OPTIONS = Path.of("..", "hotspan.jvmargs").toAbsolutePath();

    private ChildJvm() {}

    /** With the options that the project ships. */
    public static ProcessBuilder withOptions(final Class<?> main, final String... arguments) {
        return command(List.of("@" + OPTIONS), main, arguments);
    }

    public static ProcessBuilder withoutOptions(final Class<?> main, final String... arguments) {
        return command(List.of(), main, arguments);
    }

    /** Waits, and answers what it wrote to both of its outputs. */
    public static String outputOf(final ProcessBuilder builder)
            throws IOException, InterruptedException {
        final Process process = builder.redirectErrorStream(true).start();
        final String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }

    private static ProcessBuilder command(
            final List<String> options, final Class<?> main, final String... arguments) {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(classPath());
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Without a provider of logging: a program may have none. */
    private static String classPath() {
        final List<String> entries = new ArrayList<>();
        for (final String entry :
                System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains("slf4j-nop")) {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }
}
