package io.hotspan.stress.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Starts classes of this jar in JVMs of their own, with the options that the project ships, and
 * with an archive of their classes, so that a start takes a fraction of a second. When this JVM
 * ends, they do.
 */
public final class ChildJvm {
    private static final String OPTIONS = "/io/hotspan/stress/hotspan.jvmargs";

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private final String java;
    private final Path options;
    private final Path archive;
    private final Path output;
    private final boolean usesArchive;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();

    /**
     * Children that need a directory for what they have in common.
     *
     * @param java home of the JDK that runs them; null: that of this JVM
     * @throws IOException if the directory cannot be written
     */
    public ChildJvm(final Path java, final Path directory) throws IOException {
        final Path home = java == null ? Path.of(System.getProperty("java.home")) : java;
        this.java = home.resolve("bin").resolve("java").toString();
        options = directory.resolve("hotspan.jvmargs");
        archive = directory.resolve("classes.jsa");
        output = directory.resolve("output.txt");
        usesArchive = CLASS_PATH.endsWith(".jar"); // of directories the JVM makes none
        try (InputStream shipped = ChildJvm.class.getResourceAsStream(OPTIONS)) {
            if (shipped == null) {
                throw new IOException("not in this jar: " + OPTIONS + "; build it again");
            }
            Files.write(options, shipped.readAllBytes());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::killAll, "kill-children"));
    }

    /**
     * To be called by a child: ends it when who started it is gone, even if that was killed. A
     * program that waits to be killed would stay for ever.
     */
    public static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(ChildJvm::endWith);
    }

    private static void endWith(final ProcessHandle parent) {
        final Thread watch =
                new Thread(
                        () -> {
                            parent.onExit().join();
                            Runtime.getRuntime().halt(1);
                        },
                        "end-with-parent");
        watch.setDaemon(true);
        watch.start();
    }

    private void killAll() {
        running.forEach(Process::destroyForcibly);
    }

    /** What the child that was started last wrote to its outputs. */
    public Path output() {
        return output;
    }

    /**
     * Runs a class to its end and keeps an archive of the classes that it needed. Later children
     * start without one if that fails.
     *
     * @return exit code
     */
    public int train(final Class<?> main, final List<String> arguments)
            throws IOException, InterruptedException {
        return start(usesArchive ? "-XX:ArchiveClassesAtExit=" + archive : "", main, arguments)
                .waitFor();
    }

    /** Starts a class. */
    public Process start(final Class<?> main, final List<String> arguments) throws IOException {
        return start(usesArchive ? "-XX:SharedArchiveFile=" + archive : "", main, arguments);
    }

    private Process start(
            final String archiveOption, final Class<?> main, final List<String> arguments)
            throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(java);
        command.add("@" + options);
        if (usesArchive) {
            command.addAll(List.of(archiveOption, "-Xlog:cds=off", "-Xlog:cds*=off"));
        }
        command.addAll(List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmx512m", "-XX:-UsePerfData"));
        command.addAll(List.of("-cp", CLASS_PATH, main.getName()));
        command.addAll(arguments);
        final Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        running.removeIf(earlier -> !earlier.isAlive());
        running.add(process);
        return process;
    }
}
