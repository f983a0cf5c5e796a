package io.hotspan.stress.fuzz;

import io.hotspan.Hotspan;
import io.hotspan.recording.Recording;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.recovery.Recovery;
import io.hotspan.replay.Replay;
import io.hotspan.ring.RingDescriptor;
import io.hotspan.ring.RingDirectory;
import io.hotspan.stress.process.Directories;
import io.hotspan.tracing.Tracer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a dead process has left in its rings, of which one file at a time is damaged and then
 * recovered. Recovery must throw nothing; and bring in what the other rings hold, and what the
 * journal had before.
 */
final class DamagedRings {
    private static final int HEADER_PLACES = 64;

    /** Files of somebody else, where a damaged path may point to. */
    private static final List<String> CANARIES = List.of("value-1", "rings/ring-0001");

    private final Path directory;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, Long> spansByThread;

    /** By each ring's file, the threads that wrote to it. */
    private final Map<String, Set<String>> threadsByRing = new HashMap<>();

    private DamagedRings(final Path directory) throws IOException {
        this.directory = directory;
        try (Stream<Path> paths = Files.walk(directory)) {
            for (final Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        spansByThread = recovered(new ArrayList<>());
        for (final String file : files()) {
            restore();
            Files.delete(directory.resolve(file));
            final Map<String, Long> without = recovered(new ArrayList<>());
            final Set<String> threads = new HashSet<>(spansByThread.keySet());
            threads.removeIf(thread -> spansByThread.get(thread).equals(without.get(thread)));
            threadsByRing.put(file, threads);
        }
    }

    /** Makes them, in a directory that is not there. */
    static DamagedRings create(final Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        final Path journal = directory.resolve("journal");
        try (Hotspan hotspan = Hotspan.open(journal)) {
            Sample.record(hotspan);
        }
        final RingDirectory rings =
                RingDirectory.create(Files.createDirectory(directory.resolve("rings")));
        final Recording recording =
                Recording.start(
                        RecordingSettings.builder()
                                .ringCapacityBytes(RingDescriptor.MIN_CAPACITY_BYTES)
                                .build(),
                        rings,
                        new RefusingSink());
        final Tracer tracer = new Tracer(recording);
        for (int round = 0; round < 3; round++) {
            final int number = round;
            final Thread thread =
                    new Thread(() -> Sample.record(tracer, number), "thread " + round);
            thread.start();
            thread.join();
        }
        try {
            recording.close();
            throw new IllegalStateException("nothing was left in the rings");
        } catch (final IOException e) {
            Files.writeString( // as the process had written it
                    journal.resolve("session-%016x.rings".formatted(rings.sessionId())),
                    rings.path().toString());
        }
        for (final String canary : CANARIES) {
            Files.writeString(directory.resolve(canary), "of somebody else");
        }
        return new DamagedRings(directory);
    }

    /** Files that can be damaged: those of the rings, and the one that tells where they are. */
    List<String> files() {
        return files.keySet().stream()
                .filter(name -> name.startsWith("rings/hotspan-") || name.endsWith(".rings"))
                .toList();
    }

    byte[] bytes(final String file) {
        return files.get(file);
    }

    /** Where to damage a file: in the words of its header, at its first records, or anywhere. */
    static int place(final SplittableRandom random, final int length) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(HEADER_PLACES) * Long.BYTES;
            case 1 -> (int) headerWord(random);
            case 2 -> RingDescriptor.RECORDS_OFFSET + random.nextInt(1 << 13);
            default -> random.nextInt(length);
        };
    }

    /**
     * Puts all files back, damages one, recovers, and reads the journal.
     *
     * @return what is wrong; null if nothing is
     */
    String check(final String file, final Mutation mutation) throws IOException {
        restore();
        Files.write(directory.resolve(file), mutation.of(files.get(file)));
        final List<String> warnings = new ArrayList<>();
        final Map<String, Long> found = recovered(warnings);
        final Replay replay = new Replay(directory.resolve("journal"));
        replay.verify();
        replay.statistics();
        for (final String canary : CANARIES) {
            if (!Files.exists(directory.resolve(canary))) {
                return "recovery deleted a file that is not its own: " + canary;
            }
        }
        for (final Map.Entry<String, Long> known : spansByThread.entrySet()) {
            final long count = found.getOrDefault(known.getKey(), 0L);
            if (count < known.getValue() && !threadsByRing.get(file).contains(known.getKey())) {
                return "\"" + known + "\" spans, " + count + " were recovered; " + warnings;
            }
        }
        return null;
    }

    private static long headerWord(final SplittableRandom random) {
        final int[] words = {
            RingDescriptor.TAIL_OFFSET,
            RingDescriptor.LAST_ORDINAL_OFFSET,
            RingDescriptor.LOST_SPANS_OFFSET,
            RingDescriptor.KEPT_FREE_OFFSET,
            RingDescriptor.HEAD_OFFSET
        };
        return words[random.nextInt(words.length)];
    }

    /** Spans by the thread that opened them, when all was recovered. */
    private Map<String, Long> recovered(final List<String> warnings) throws IOException {
        Recovery.of(directory.resolve("journal")).recoverAll(warnings::add);
        return spansByThread();
    }

    private void restore() throws IOException {
        Directories.delete(directory);
        for (final Map.Entry<String, byte[]> file : files.entrySet()) {
            final Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private Map<String, Long> spansByThread() {
        final Map<String, Long> counts = new HashMap<>();
        new Replay(directory.resolve("journal"))
                .forEachTrace(
                        trace ->
                                trace.spans()
                                        .forEach(
                                                span ->
                                                        counts.merge(
                                                                String.valueOf(span.threadName()),
                                                                1L,
                                                                Long::sum)));
        return counts;
    }
}
