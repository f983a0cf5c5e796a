package io.hotspan.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.block.Block;
import io.hotspan.block.BlockKind;
import io.hotspan.record.ClockAnchor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalKillTest {
    @TempDir Path directory;

    private final List<Damage> damages = new ArrayList<>();

    @Test
    void whatWasAppendedBeforeAKillIsReadAndTheNextWriterGoesOn() throws Exception {
        final Path journal = directory.resolve("journal");
        final long acknowledged = killAfter(journal, 400);

        long position = readFrom(journal, 0);
        assertThat(position).isGreaterThanOrEqualTo(acknowledged);

        // the session goes on in another process, as recovery does it
        final UnsafeBuffer records = TestRecords.spans(1 + position / TestRecords.SPAN_BYTES, 10);
        final long sessionId = WriterProcess.SESSION;
        try (JournalWriter writer = open(journal, sessionId)) {
            writer.append(
                    TestRecords.ring(sessionId, 1),
                    new ClockAnchor(1, 2),
                    position,
                    records,
                    0,
                    records.capacity());
        }
        assertThat(readFrom(journal, 0)).isEqualTo(position + records.capacity());
        assertThat(damages).isEmpty();
    }

    @Test
    void aKilledWritersSegmentIsTidiedUpByTheNextWriter() throws Exception {
        final Path journal = directory.resolve("journal");
        killAfter(journal, 50);
        final List<SegmentName> names = JournalDirectory.segments(journal);
        final Path segment = names.get(names.size() - 1).in(journal);
        assertThat(WriterLock.state(segment)).isEqualTo(SegmentState.CRASHED);
        final long position = readFrom(journal, 0);

        try (JournalWriter writer = open(journal, 1)) {
            writer.symbols(1, List.of("a"));
        }

        assertThat(segment.resolve("crashed")).exists();
        assertThat(Segments.dataFile(segment).length()).isLessThan(3 << 20);
        assertThat(readFrom(journal, 0)).isEqualTo(position);
        assertThat(damages).isEmpty();
    }

    @Test
    void aSegmentOfALiveProcessIsSeenAsLive() throws Exception {
        final Path journal = directory.resolve("journal");
        final UnsafeBuffer witness = witness();
        final Process process = start(journal, 10);
        try {
            await(witness, process, 10);
            final Path segment = JournalDirectory.segments(journal).get(0).in(journal);

            assertThat(WriterLock.state(segment)).isEqualTo(SegmentState.LIVE);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private long killAfter(final Path journal, final int blocks) throws Exception {
        final UnsafeBuffer witness = witness();
        final Process process = start(journal, -1);
        await(witness, process, blocks);
        process.destroyForcibly().waitFor();
        return witness.getLongVolatile(0);
    }

    private UnsafeBuffer witness() throws IOException {
        Files.write(witnessFile(), new byte[Long.BYTES]);
        try (FileChannel channel = FileChannel.open(witnessFile(), StandardOpenOption.READ)) {
            return new UnsafeBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, Long.BYTES));
        }
    }

    private Path witnessFile() {
        return directory.resolve("witness");
    }

    private Process start(final Path journal, final int count) throws IOException {
        return ChildJvm.withOptions(
                        WriterProcess.class,
                        journal.toString(),
                        Integer.toString(count),
                        witnessFile().toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void await(final UnsafeBuffer witness, final Process process, final int blocks) {
        final long bytes = (long) blocks * WriterProcess.SPANS_PER_BLOCK * TestRecords.SPAN_BYTES;
        while (witness.getLongVolatile(0) < bytes) {
            assertThat(process.isAlive()).isTrue();
            Thread.onSpinWait();
        }
    }

    /** Checks that all records are there from a position on; answers where they end. */
    private long readFrom(final Path journal, final long start) {
        long position = start;
        try (JournalCursor cursor = JournalReader.open(journal, damages::add).cursor()) {
            while (cursor.next()) {
                final Block block = cursor.block();
                if (block.kind() == BlockKind.RECORDS) {
                    assertThat(block.startPosition()).isEqualTo(position);
                    assertThat(TestRecords.firstOrdinal(block.content(), block.contentIndex()))
                            .isEqualTo(1 + position / TestRecords.SPAN_BYTES);
                    position = block.endPosition();
                }
            }
        }
        return position;
    }

    private static JournalWriter open(final Path journal, final long sessionId) {
        return JournalWriter.open(
                journal,
                JournalOptions.newBuilder().sessionId(sessionId).segmentBytes(1 << 20).build());
    }
}
