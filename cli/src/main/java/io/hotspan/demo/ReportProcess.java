package io.hotspan.demo;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process with the same JVM, options and class path. Its output goes where ours goes. */
final class ReportProcess {
    /** Options of debuggers and profilers, which would want the same port or file twice. */
    private static final List<String> NOT_INHERITED =
            List.of("-agentlib:", "-agentpath:", "-javaagent:", "-Xrunjdwp", "-Xdebug");

    private ReportProcess() {}

    /**
     * Runs it and waits for its end.
     *
     * @param mainClass what to run where this program was not started from a jar
     * @return its exit code
     * @throws IOException if it cannot be started
     * @throws InterruptedException if this thread was interrupted; the process is ended then
     */
    static int run(final String mainClass, final List<String> arguments)
            throws IOException, InterruptedException {
        final List<String> command =
                command(
                        Path.of(System.getProperty("java.home")),
                        ManagementFactory.getRuntimeMXBean().getInputArguments(),
                        System.getProperty("java.class.path"),
                        mainClass);
        command.addAll(arguments);
        final Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    /** The command up to the program's own arguments. */
    static List<String> command(
            final Path javaHome,
            final List<String> jvmArguments,
            final String classPath,
            final String mainClass) {
        final List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin").resolve("java").toString());
        for (final String argument : jvmArguments) {
            if (NOT_INHERITED.stream().noneMatch(argument::startsWith)) {
                command.add(argument);
            }
        }
        if (classPath.endsWith(".jar") && Files.isRegularFile(Path.of(classPath))) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, mainClass));
        }
        return command;
    }
}
