package io.hotspan.benchmarks.burst;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long does a JVM wait for its threads at a safepoint while the journal is written faster than
 * the disk takes it? Each case has a JVM of its own, which logs its safepoints, some every 10 ms:
 * nothing written; the same bytes stored to a plain mapping; recorded by Hotspan, nothing lost.
 *
 * <p>Run: {@code java -cp benchmarks/target/benchmarks.jar
 * io.hotspan.benchmarks.burst.SafepointBurst [GIBIBYTES] [DIRECTORY]}; 5 and the working directory
 * if not given. What it writes it deletes.
 */
public final class SafepointBurst {
    private static final Pattern REACHING = Pattern.compile("Reaching safepoint:\\s+(\\d+) ns");
    private static final double NANOS_PER_MILLI = 1e6;
    private static final List<String> OPTIONS =
            List.of(
                    "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
                    "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
                    "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
                    "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Xms256m",
                    "-Xmx256m");

    private SafepointBurst() {}

    /** Runs the three cases and prints a line for each, and one more for the last. */
    public static void main(final String[] arguments) throws Exception {
        final long gibibytes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 5;
        final Path parent = Path.of(arguments.length > 1 ? arguments[1] : ".").toAbsolutePath();
        System.out.println("case      MB/s  safepoints  worst ms  p99.9 ms  above 2 ms");
        long[] reaching = {};
        for (final String name : List.of("nothing", "mapping", "hotspan")) {
            final Path directory = Files.createTempDirectory(parent, "burst");
            try {
                reaching = run(name, gibibytes << 30, directory);
            } finally {
                delete(directory);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "burst: %d GiB recorded, time to safepoint: worst %.2f ms, p99.9 %.2f, p99 %.2f,"
                        + " p50 %.3f, of %,d safepoints; JDK %s%n",
                gibibytes,
                millis(reaching, 1),
                millis(reaching, 0.999),
                millis(reaching, 0.99),
                millis(reaching, 0.5),
                reaching.length,
                Runtime.version());
    }

    private static double millis(final long[] sortedNanos, final double quantile) {
        final int index =
                (int) Math.min(sortedNanos.length - 1L, (long) (sortedNanos.length * quantile));
        return sortedNanos[index] / NANOS_PER_MILLI;
    }

    /** Prints a line; gives the times to each safepoint in nanoseconds, sorted. */
    private static long[] run(final String name, final long bytes, final Path directory)
            throws Exception {
        final Path log = directory.resolve("safepoints.log");
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-Xlog:safepoint:file=" + log + "::filecount=0");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(BurstProcess.class.getName());
        command.addAll(List.of(name, Long.toString(bytes), directory.resolve("data").toString()));
        final long beginNanos = System.nanoTime();
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("no figure: the case failed: " + name);
        }
        final double seconds = (System.nanoTime() - beginNanos) / 1e9;
        final long[] reaching = reachingNanos(log);
        System.out.printf(
                Locale.ROOT,
                "%-8s %5.0f  %10d  %8.2f  %8.2f  %10d%n",
                name,
                bytes / 1e6 / seconds,
                reaching.length,
                millis(reaching, 1),
                millis(reaching, 0.999),
                Arrays.stream(reaching).filter(nanos -> nanos > 2 * NANOS_PER_MILLI).count());
        return reaching;
    }

    /** Sorted. */
    private static long[] reachingNanos(final Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            final long[] nanos =
                    lines.map(REACHING::matcher)
                            .filter(Matcher::find)
                            .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                            .sorted()
                            .toArray();
            if (nanos.length == 0) {
                throw new IllegalStateException("no safepoint was logged: " + log);
            }
            return nanos;
        }
    }

    private static void delete(final Path top) throws IOException {
        try (Stream<Path> paths = Files.walk(top)) {
            for (final Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
