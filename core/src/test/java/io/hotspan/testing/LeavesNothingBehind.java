package io.hotspan.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test that leaves a thread behind, or a file of ours open, or one mapped that is not
 * deleted. Other processes' files are not looked at, nor threads of the JVM. On systems without
 * {@code /proc} only threads are.
 */
public final class LeavesNothingBehind implements BeforeEachCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(LeavesNothingBehind.class);
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Path MAPPINGS = Path.of("/proc/self/maps");
    private static final long JOIN_MILLIS = 5_000;

    @Override
    public void beforeEach(final ExtensionContext context) throws IOException {
        final ExtensionContext.Store store = context.getStore(NAMESPACE);
        store.put("threads", threads());
        store.put("files", files());
    }

    @Override
    @SuppressWarnings("unchecked")
    public void afterEach(final ExtensionContext context) throws Exception {
        final ExtensionContext.Store store = context.getStore(NAMESPACE);
        final Set<Thread> threads = threads();
        threads.removeAll((Set<Thread>) store.get("threads"));
        final long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(JOIN_MILLIS);
        for (final Thread thread : threads) { // some are about to end
            final long leftNanos = deadlineNanos - System.nanoTime();
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(leftNanos)));
        }
        threads.removeIf(thread -> !thread.isAlive());
        if (!threads.isEmpty()) {
            throw new AssertionError("the test left threads behind: " + threads);
        }
        final Set<String> files = files();
        files.removeAll((Set<String>) store.get("files"));
        if (!files.isEmpty()) {
            throw new AssertionError("the test left files behind: " + files);
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !isOfTheJvm(thread))
                .collect(Collectors.toSet());
    }

    private static boolean isOfTheJvm(final Thread thread) {
        final ThreadGroup group = thread.getThreadGroup();
        final String name = thread.getName();
        return group == null
                || "system".equals(group.getName())
                || "InnocuousThreadGroup".equals(group.getName())
                || name.startsWith("ForkJoinPool")
                || name.startsWith("surefire")
                || name.startsWith("junit")
                || name.startsWith("process reaper")
                || name.startsWith("Cleaner")
                || name.startsWith("VirtualThread");
    }

    private static Set<String> files() throws IOException {
        final Set<String> files = new TreeSet<>();
        if (!Files.isDirectory(DESCRIPTORS)) {
            return files;
        }
        try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            descriptors
                    .map(LeavesNothingBehind::target)
                    .filter(LeavesNothingBehind::isOurs)
                    .forEach(files::add);
        }
        Files.readAllLines(MAPPINGS).stream()
                .filter(line -> isOurs(line) && !line.endsWith("(deleted)"))
                .map(line -> line.substring(line.indexOf('/')))
                .forEach(files::add);
        return files;
    }

    private static String target(final Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (final IOException e) {
            return ""; // closed meanwhile
        }
    }

    /** Files in directories that begin with hotspan-: rings, symbols, journals of tests. */
    private static boolean isOurs(final String path) {
        return path.contains("/hotspan-") && !path.contains(".jar") && !path.contains("/target/");
    }
}
