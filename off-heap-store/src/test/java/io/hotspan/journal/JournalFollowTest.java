package io.hotspan.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.block.Block;
import io.hotspan.block.BlockKind;
import io.hotspan.record.ClockAnchor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JournalFollowTest {
    private static final ClockAnchor ANCHOR = new ClockAnchor(1, 2);
    private static final int SPANS = 200;

    @TempDir Path directory;

    private final List<Damage> damages = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aCursorSeesEachBlockAsSoonAsItIsAppended() {
        final UnsafeBuffer records = TestRecords.spans(1, 2_000);
        final int step = 40_000 / TestRecords.SPAN_BYTES * TestRecords.SPAN_BYTES;
        try (JournalWriter writer = open(7);
                JournalCursor cursor = JournalReader.open(directory, damages::add).cursor()) {
            assertThat(cursor.next()).isFalse();
            for (int i = 0; i < 100; i++) {
                final long position = (long) i * step;
                writer.append(TestRecords.ring(7, 1), ANCHOR, position, records, 0, step);

                assertThat(nextRecords(cursor).startPosition()).isEqualTo(position);
                assertThat(cursor.next()).isFalse();
            }
        }
        assertThat(JournalDirectory.segments(directory)).hasSizeGreaterThan(1);
        assertThat(damages).isEmpty();
    }

    @Test
    @Timeout(60)
    void aReaderFollowsWritersOfSeveralSessionsWithoutLossOrRepetition() {
        final int blocks = 1_500;
        final List<CompletableFuture<Void>> writers = new ArrayList<>();
        final int sessions = 3;
        for (int session = 0; session < sessions; session++) {
            final long sessionId = session;
            writers.add(CompletableFuture.runAsync(() -> write(sessionId, blocks)));
        }
        final CompletableFuture<Void> all =
                CompletableFuture.allOf(writers.toArray(new CompletableFuture<?>[0]));

        final long[] positions = new long[sessions];
        final long expected = (long) blocks * SPANS * TestRecords.SPAN_BYTES;
        JournalDirectory.prepareForWriting(directory);
        try (JournalCursor cursor = JournalReader.open(directory, damages::add).cursor()) {
            boolean isLast = false;
            while (!isLast) {
                isLast = all.isDone(); // and then everything is there
                while (cursor.next()) {
                    note(cursor.block(), positions);
                }
            }
        }
        all.join();
        assertThat(positions).containsOnly(expected);
        assertThat(damages).isEmpty();
    }

    @Test
    void segmentsThatAreDeletedWhileTheyAreReadAreReadOn() throws Exception {
        write(7, 1_000);
        final List<SegmentName> names = JournalDirectory.segments(directory);
        assertThat(names).hasSizeGreaterThan(3);
        try (JournalCursor cursor = JournalReader.open(directory, damages::add).cursor()) {
            final long first = nextRecords(cursor).startPosition();
            for (final SegmentName name : names.subList(0, names.size() - 1)) {
                Segments.delete(name.in(directory));
            }

            long last = first;
            Block block = nextRecords(cursor);
            while (block != null) {
                assertThat(block.startPosition()).isGreaterThan(last);
                last = block.startPosition();
                block = nextRecords(cursor);
            }

            assertThat(last).isEqualTo(999L * SPANS * TestRecords.SPAN_BYTES);
        }
        assertThat(damages).isEmpty();
    }

    private void write(final long sessionId, final int blocks) {
        try (JournalWriter writer = open(sessionId)) {
            for (int i = 0; i < blocks; i++) {
                final UnsafeBuffer records = TestRecords.spans(1 + i * (long) SPANS, SPANS);
                writer.append(
                        TestRecords.ring(sessionId, 1),
                        ANCHOR,
                        (long) i * records.capacity(),
                        records,
                        0,
                        records.capacity());
            }
        }
    }

    private static void note(final Block block, final long[] positions) {
        if (block.kind() == BlockKind.RECORDS) {
            final int session = (int) block.sessionId();
            assertThat(block.startPosition()).isEqualTo(positions[session]);
            assertThat(TestRecords.firstOrdinal(block.content(), block.contentIndex()))
                    .isEqualTo(1 + block.startPosition() / TestRecords.SPAN_BYTES);
            positions[session] = block.endPosition();
        }
    }

    private static Block nextRecords(final JournalCursor cursor) {
        while (cursor.next()) {
            if (cursor.block().kind() == BlockKind.RECORDS) {
                return cursor.block();
            }
        }
        return null;
    }

    private JournalWriter open(final long sessionId) {
        return JournalWriter.open(
                directory,
                JournalOptions.newBuilder().sessionId(sessionId).segmentBytes(1 << 20).build());
    }
}
