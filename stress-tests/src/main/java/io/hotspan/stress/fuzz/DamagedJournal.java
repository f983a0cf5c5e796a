package io.hotspan.stress.fuzz;

import io.hotspan.Hotspan;
import io.hotspan.block.Block;
import io.hotspan.journal.JournalCursor;
import io.hotspan.journal.JournalException;
import io.hotspan.journal.JournalReader;
import io.hotspan.model.TraceId;
import io.hotspan.replay.Replay;
import io.hotspan.replay.VerifyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A journal of which one file at a time is damaged. Blocks that the damage does not touch must be
 * read all the same; a block that is touched must be named by file and place; and nothing but a
 * {@link JournalException} may come out.
 */
final class DamagedJournal {
    private static final int SESSIONS = 3;
    private static final int NEWEST = 5;

    /** A block of the journal as it was written. */
    private record Known(Path file, long offset, long endOffset, String name) {}

    private final Path directory;
    private final List<Path> files;
    private final List<Known> blocks = new ArrayList<>();
    private final TraceId someTrace;

    private DamagedJournal(final Path directory) throws IOException {
        this.directory = directory;
        try (Stream<Path> paths = Files.walk(directory)) {
            files = paths.filter(Files::isRegularFile).sorted().toList();
        }
        someTrace = new Replay(directory).newest(1).get(0).id();
        try (JournalCursor cursor = JournalReader.open(directory).cursor()) {
            while (cursor.next()) {
                blocks.add(
                        new Known(
                                cursor.file(),
                                cursor.offset(),
                                Files.size(cursor.file()),
                                name(cursor.block())));
            }
        }
        for (int i = 0; i + 1 < blocks.size(); i++) {
            final Known block = blocks.get(i);
            final Known next = blocks.get(i + 1);
            if (next.file.equals(block.file)) {
                blocks.set(i, new Known(block.file, block.offset, next.offset, block.name));
            }
        }
    }

    /** Makes one, in a directory that is not there. */
    static DamagedJournal create(final Path directory) throws IOException {
        for (int i = 0; i < SESSIONS; i++) {
            try (Hotspan hotspan = Hotspan.open(directory)) {
                Sample.record(hotspan);
            }
        }
        return new DamagedJournal(directory);
    }

    /** Files that can be damaged. */
    List<Path> files() {
        return files;
    }

    /** Where to damage a file: anywhere, or near the beginning of a block. */
    int place(final SplittableRandom random, final Path file, final int length) {
        final List<Known> inFile =
                blocks.stream().filter(block -> block.file.equals(file)).toList();
        return inFile.isEmpty() || random.nextInt(3) == 0
                ? random.nextInt(length)
                : (int) inFile.get(random.nextInt(inFile.size())).offset + random.nextInt(128);
    }

    /**
     * Damages a file, reads the journal in every way, and puts the file back.
     *
     * @return what is wrong; null if nothing is
     */
    String check(final Path file, final Mutation mutation) throws IOException {
        final byte[] intact = Files.readAllBytes(file);
        final byte[] mutant = mutation.of(intact);
        Files.write(file, mutant);
        try {
            return Arrays.equals(intact, mutant) ? null : read(file, mutation);
        } catch (final JournalException e) {
            return e.getMessage() == null ? "an error without a message" : null;
        } finally {
            Files.write(file, intact);
        }
    }

    private String read(final Path file, final Mutation mutation) {
        final Set<String> found = new HashSet<>();
        final JournalReader reader = JournalReader.open(directory, damage -> {});
        try (JournalCursor cursor = reader.cursor()) {
            while (cursor.next()) {
                found.add(name(cursor.block()));
            }
        }
        final Replay replay = new Replay(directory);
        final VerifyReport report = replay.verify();
        replay.forEachTrace(trace -> trace.toJson());
        replay.newest(NEWEST);
        replay.statistics();
        replay.find(someTrace);
        final List<Known> touched = new ArrayList<>();
        for (final Known block : blocks) {
            final boolean isTouched =
                    block.file.equals(file)
                            && mutation.position() < block.endOffset
                            && mutation.end() > block.offset;
            if (isTouched) {
                touched.add(block);
            } else if (!found.contains(block.name)) {
                return block + " is whole and was not read; " + report.findings();
            }
        }
        return touched.isEmpty() || isNamed(report, touched, mutation)
                ? null
                : "damaged, and verify does not name file and place: "
                        + touched
                        + "; "
                        + report.findings();
    }

    /**
     * Whether a place is named between the first block that was touched and the end of the last.
     */
    private static boolean isNamed(
            final VerifyReport report, final List<Known> touched, final Mutation mutation) {
        final Known last = touched.get(touched.size() - 1);
        final long first = touched.get(0).offset;
        // before the first block are Chronicle's own documents: the one that is touched is named
        final long begin = mutation.position() < first ? 0 : first;
        final long end = Math.max(last.endOffset, mutation.end()) + mutation.added();
        return report.findings().stream()
                .anyMatch(
                        finding ->
                                finding.file().equals(last.file)
                                        && finding.offset() >= begin
                                        && finding.offset() <= end);
    }

    private static String name(final Block block) {
        return block.kind() + " " + block.writerId() + "." + block.sequence();
    }
}
