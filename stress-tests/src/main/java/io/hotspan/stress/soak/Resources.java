package io.hotspan.stress.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Samples of what the process holds. It is constant if the last third of the samples has no more
 * than the first third, but for a little.
 */
final class Resources {
    private static final Path MAPPINGS = Path.of("/proc/self/maps");

    private record Sample(long heapBytes, long handles, long mappings, long ringFiles) {}

    private final List<Sample> samples = new ArrayList<>();
    private final Path rings;

    /**
     * @param rings where the rings of the process are
     */
    Resources(final Path rings) {
        this.rings = rings;
    }

    /** Takes a sample; the heap's is what is left of it after a collection. */
    void sample() throws IOException {
        System.gc();
        samples.add(
                new Sample(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                        handles(),
                        mappings(),
                        ringFiles()));
    }

    /** What has grown, in a line each. */
    List<String> growth() {
        final List<String> grown = new ArrayList<>();
        check(grown, "heap bytes", Sample::heapBytes, 8 << 20, 1.25);
        check(grown, "file handles", Sample::handles, 12, 1.1);
        check(grown, "mappings", Sample::mappings, 24, 1.1);
        check(grown, "files beside the rings", Sample::ringFiles, 12, 1.25);
        return grown;
    }

    /** Least and most of each, over the first third and over the last. */
    String summary() {
        return "heap after collection "
                + text(Sample::heapBytes, 1 << 20)
                + " MiB, file handles "
                + text(Sample::handles, 1)
                + ", mappings "
                + text(Sample::mappings, 1);
    }

    private void check(
            final List<String> grown,
            final String name,
            final ToLongFunction<Sample> value,
            final long slack,
            final double factor) {
        final long before = first().stream().mapToLong(value).max().orElse(0);
        final long after = last().stream().mapToLong(value).max().orElse(0);
        if (after > before * factor + slack) {
            grown.add(name + " have grown from " + before + " to " + after);
        }
    }

    private String text(final ToLongFunction<Sample> value, final long unit) {
        return String.format(
                Locale.ROOT,
                "%d–%d in the first third and %d–%d in the last",
                first().stream().mapToLong(value).min().orElse(0) / unit,
                first().stream().mapToLong(value).max().orElse(0) / unit,
                last().stream().mapToLong(value).min().orElse(0) / unit,
                last().stream().mapToLong(value).max().orElse(0) / unit);
    }

    private List<Sample> first() {
        return samples.subList(0, (samples.size() + 2) / 3);
    }

    private List<Sample> last() {
        return samples.subList(samples.size() - (samples.size() + 2) / 3, samples.size());
    }

    private static long handles() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    private static long mappings() throws IOException {
        if (!Files.isReadable(MAPPINGS)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(MAPPINGS)) {
            return lines.count();
        }
    }

    private long ringFiles() throws IOException {
        try (Stream<Path> files = Files.walk(rings)) {
            return files.count();
        }
    }
}
