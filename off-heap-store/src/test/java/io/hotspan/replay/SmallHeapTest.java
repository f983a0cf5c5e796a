package io.hotspan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.record.RingIdentity;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal with more than 1 GB of records is replayed in a JVM with a heap of 64 MB. */
@Tag("slow")
class SmallHeapTest {
    private static final long RECORD_BYTES = (1L << 30) + (1 << 26);
    private static final int RINGS = 4;
    private static final String TEXT = "what a span says ".repeat(8);

    @TempDir private Path directory;

    @Test
    void replayNeedsNoMoreMemoryForAJournalThatIsLargerThanTheHeap() throws Exception {
        final long spans = write();

        final String output = replayInAnotherJvm();

        assertThat(output)
                .contains("streamed " + spans)
                .contains("counted " + spans)
                .contains("newest 100")
                .contains("found 4")
                .contains("whole true");
    }

    /**
     * Traces of four spans with texts; one span of the first ring is open from beginning to end.
     */
    private long write() {
        final Random random = new Random(1);
        final long[] ordinals = new long[RINGS];
        long spans = 1;
        long written = 0;
        try (WrittenJournal journal = new WrittenJournal(directory, 1, 256 << 20)) {
            journal.symbols("root", "child", "key");
            final RecordBytes records = new RecordBytes().root(++ordinals[0], 0, 1);
            for (int round = 0; written < RECORD_BYTES; round++) {
                final RingIdentity ring = journal.ring(round % RINGS);
                while (records.length() < 60_000) {
                    final long root = ++ordinals[round % RINGS];
                    final long ticks = 1000L * spans;
                    records.root(root, ticks, 1);
                    for (int i = 0; i < 3; i++) {
                        final long child = ++ordinals[round % RINGS];
                        records.child(child, ticks + 100L * i, 2, root, root)
                                .attributeLatin1(child, 3, TEXT + random.nextInt())
                                .end(child, ticks + 100L * i + random.nextInt(100));
                    }
                    records.end(root, ticks + 500);
                    spans += 4;
                }
                journal.records(ring, records);
                written += records.length();
                records.clear();
            }
            journal.records(journal.ring(0), new RecordBytes().end(1, 1000 * spans));
            for (int i = 0; i < RINGS; i++) {
                journal.counters(journal.ring(i), ordinals[i]);
            }
        }
        return spans;
    }

    private String replayInAnotherJvm() throws IOException, InterruptedException {
        final Path output = directory.resolveSibling(directory.getFileName() + ".out");
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx64m");
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--"))
                .forEach(command::add);
        command.add("-cp");
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(SmallHeap.class.getName());
        command.add(directory.toString());
        try {
            final Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            try {
                assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
            } finally {
                process.destroyForcibly();
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** What the other JVM runs. */
    static final class SmallHeap {
        private SmallHeap() {}

        public static void main(final String[] arguments) {
            final Replay replay = new Replay(new File(arguments[0]).toPath());
            final long[] spans = {0};
            replay.forEachTrace(trace -> spans[0] += trace.spans().size());
            System.out.println("streamed " + spans[0]);
            System.out.println("counted " + replay.statistics().spans());
            final List<TraceSummary> newest = replay.newest(100);
            System.out.println("newest " + newest.size());
            System.out.println(
                    "found " + replay.find(newest.get(0).id()).orElseThrow().spans().size());
            System.out.println("whole " + replay.verify().isWhole());
        }
    }
}
