package io.hotspan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The process that measures: JMH in a jar of its own, which leaves its results in a directory. */
final class BenchProcess {
    private static final String MAIN_CLASS = "io.hotspan.benchmarks.suite.SuiteMain";

    /** It asks for the TSC clock, whose stub is written through these. */
    private static final List<String> JVM_OPTIONS =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");

    private static final Pattern WORD = Pattern.compile("\\S+");

    private final Path jar;
    private final String jvmOptions;

    /**
     * @param jar with the benchmarks
     * @param jvmOptions for the JVMs that are measured, between spaces; may be empty
     */
    BenchProcess(final Path jar, final String jvmOptions) {
        this.jar = jar;
        this.jvmOptions = jvmOptions;
    }

    /**
     * Runs it and waits for its end. Its output goes where ours goes.
     *
     * @param arguments of its main class
     * @return its exit code
     * @throws InterruptedException if this thread was interrupted; the process is ended then
     */
    int run(final List<String> arguments) throws IOException, InterruptedException {
        // JMH starts a JVM for each benchmark: a build meanwhile must not change the jar under it
        final Path copy = Files.createTempFile("hotspan-benchmarks-", ".jar");
        copy.toFile().deleteOnExit();
        try {
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            return waitFor(new ProcessBuilder(command(copy, arguments)).inheritIO().start());
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static int waitFor(final Process process) throws InterruptedException {
        final Thread end = new Thread(process::destroy, "hotspan-bench-end");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            final int exitCode = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            return exitCode;
        } finally {
            process.destroy();
        }
    }

    private List<String> command(final Path classPath, final List<String> arguments) {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        WORD.matcher(jvmOptions).results().map(MatchResult::group).forEach(command::add);
        command.addAll(List.of("-cp", classPath.toString(), MAIN_CLASS));
        command.addAll(arguments);
        return command;
    }
}
