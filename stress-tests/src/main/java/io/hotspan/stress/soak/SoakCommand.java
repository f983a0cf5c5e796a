package io.hotspan.stress.soak;

import io.hotspan.Hotspan;
import io.hotspan.HotspanOptions;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.replay.Replay;
import io.hotspan.replay.VerifyReport;
import io.hotspan.stress.process.Directories;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Does everything at once for a long time. */
@Command(
        name = "soak",
        description =
                "Records at random from many threads, reads, rolls and deletes segments for some"
                        + " minutes. Memory and file handles must stay constant, and the account"
                        + " at the end exact: opened = recorded + lost.",
        footer = "Exit code 1: something grew, was missing or damaged, or threw.")
public final class SoakCommand implements Callable<Integer> {
    private static final int RING_BYTES = 1 << 18;
    private static final long SEGMENT_BYTES = 4L << 20;
    private static final long JOURNAL_BYTES = 48L << 20;
    private static final int SAMPLES = 60;
    private static final long POLL_MILLIS = 50;

    @Spec private CommandSpec spec;

    @Option(names = "--minutes", defaultValue = "1", description = "How long; default 1.")
    private double minutes;

    @Option(names = "--seed", defaultValue = "1", description = "What is random; default 1.")
    private long seed;

    @Option(names = "--threads", defaultValue = "8", description = "That record; default 8.")
    private int threads;

    @Option(
            names = "--rate",
            defaultValue = "20000",
            description = "Spans a second, about; default 20000.")
    private int spansPerSecond;

    @Option(
            names = "--dir",
            description = "Where journal and rings are made; default: the temporary directory.")
    private Path parent;

    private final SoakCounts counts = new SoakCounts();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    private SoakCommand() {}

    /** The command, for its parent. */
    public static SoakCommand create() {
        return new SoakCommand();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        final PrintWriter out = spec.commandLine().getOut();
        final Path directory = Directories.create(parent, "hotspan-soak-");
        final Path journal = directory.resolve("journal");
        final Path rings = Files.createDirectory(directory.resolve("rings"));
        final Resources resources = new Resources(rings);
        final long beginNanos = System.nanoTime();
        try (Recorded recorded = run(journal, rings, resources)) {
            check(recorded, journal, rings);
            failures.addAll(resources.growth());
            final long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - beginNanos);
            failures.stream().limit(20).forEach(out::println);
            out.println(line(recorded, seconds));
            out.println("soak: " + resources.summary());
        }
        out.flush();
        if (failures.isEmpty()) {
            Directories.delete(directory);
            return 0;
        }
        out.println("soak: the journal is kept in " + directory);
        out.flush();
        return 1;
    }

    private Recorded run(final Path journal, final Path rings, final Resources resources)
            throws IOException, InterruptedException {
        final Hotspan hotspan =
                Hotspan.open(
                        journal,
                        HotspanOptions.builder()
                                .ringDirectory(rings)
                                .segmentBytes(SEGMENT_BYTES)
                                .maxBytes(JOURNAL_BYTES)
                                .recording(
                                        RecordingSettings.builder()
                                                .ringCapacityBytes(RING_BYTES)
                                                .maxRings(Math.max(1, threads * 3 / 4))
                                                .build())
                                .build());
        final Recorded recorded = new Recorded(journal);
        final RecordingThreads recording =
                new RecordingThreads(hotspan, counts, threads, spansPerSecond, seed, failures);
        final ReadingThreads reading = new ReadingThreads(journal, counts, failures);
        recording.start();
        reading.start();
        soak(recorded, resources, reading.wholeRead());
        recording.stop();
        hotspan.flush();
        recorded.poll();
        reading.stop();
        hotspan.close();
        recorded.poll();
        return recorded;
    }

    private void soak(final Recorded recorded, final Resources resources, final Object wholeRead)
            throws IOException, InterruptedException {
        final long lengthNanos = (long) (minutes * TimeUnit.MINUTES.toNanos(1));
        final long beginNanos = System.nanoTime();
        long samples = 0;
        long passedNanos = 0;
        while (passedNanos < lengthNanos) {
            Thread.sleep(POLL_MILLIS);
            recorded.poll();
            passedNanos = System.nanoTime() - beginNanos;
            if (passedNanos > lengthNanos * (samples + 1) / (SAMPLES + 1) && samples < SAMPLES) {
                samples++;
                synchronized (wholeRead) {
                    resources.sample();
                }
            }
        }
    }

    private void check(final Recorded recorded, final Path journal, final Path rings)
            throws IOException {
        final long opened = counts.opened.sum();
        final long accounted = recorded.recordedSpans() + recorded.lostSpans();
        if (opened != accounted) {
            failures.add(
                    "the account is open: "
                            + opened
                            + " spans were opened, "
                            + recorded.recordedSpans()
                            + " recorded, "
                            + recorded.lostSpans()
                            + " lost");
        }
        if (counts.followedSpans.get() != recorded.recordedSpans()) {
            failures.add(
                    counts.followedSpans
                            + " spans were followed, of "
                            + recorded.recordedSpans()
                            + " recorded");
        }
        recorded.damages().forEach(damage -> failures.add("met damage: " + damage));
        final VerifyReport report = new Replay(journal).verify();
        if (!report.isWhole()) {
            failures.add(
                    "verify: " + report.findingCount() + " findings, first " + report.findings());
        }
        if (report.openSpans() != 0) {
            failures.add(report.openSpans() + " spans are open, and all were ended");
        }
        try (Stream<Path> left = Files.list(rings)) {
            left.forEach(path -> failures.add("left behind: " + path));
        }
    }

    private String line(final Recorded recorded, final long seconds) {
        return String.format(
                Locale.ROOT,
                "soak: %,d s, %,d spans opened by %,d threads = %,d recorded + %,d lost (%,d"
                        + " records lost); %,d spans followed live in %,d traces, %,d reads of the"
                        + " whole; %,d failures; seed %d, JDK %s",
                seconds,
                counts.opened.sum(),
                counts.threads.sum(),
                recorded.recordedSpans(),
                recorded.lostSpans(),
                recorded.lostRecords(),
                counts.followedSpans.get(),
                counts.followedTraces.get(),
                counts.reads.get(),
                failures.size(),
                seed,
                Runtime.version());
    }
}
