package io.hotspan.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.block.Block;
import io.hotspan.block.BlockKind;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import io.hotspan.ring.RingCounters;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalRoundTripTest {
    private static final ClockAnchor ANCHOR = new ClockAnchor(1_700_000_000_000_000_000L, 42);
    private static final long SESSION = 0x1234_5678_9ABC_DEF0L;

    @TempDir Path directory;

    private final List<Damage> damages = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @Test
    void recordsComeBackAsTheyWereOverManySegments() {
        final RingIdentity ring = TestRecords.ring(SESSION, 3);
        final int blocks = 200;
        final UnsafeBuffer random = random(100_000);
        try (JournalWriter writer = JournalWriter.open(directory, smallSegments())) {
            for (int i = 0; i < blocks; i++) {
                writer.append(
                        ring, ANCHOR, (long) i * random.capacity(), random, 0, random.capacity());
            }
        }

        assertThat(segments()).hasSizeGreaterThan(10);
        long position = 0;
        try (JournalCursor cursor = reader().cursor()) {
            while (cursor.next()) {
                final Block block = cursor.block();
                if (block.kind() == BlockKind.RECORDS) {
                    assertThat(block.startPosition()).isEqualTo(position);
                    assertThat(block.ring()).isEqualTo(ring);
                    assertThat(block.anchor()).isEqualTo(ANCHOR);
                    assertThat(content(block)).isEqualTo(random);
                    position = block.endPosition();
                }
            }
        }
        assertThat(position).isEqualTo((long) blocks * random.capacity());
        assertThat(damages).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void compressibleRecordsTakeLessRoomThanTheyHad() {
        final UnsafeBuffer records = TestRecords.spans(1, 1_000);
        try (JournalWriter writer = JournalWriter.open(directory, smallSegments())) {
            writer.append(TestRecords.ring(SESSION, 1), ANCHOR, 0, records, 0, records.capacity());
        }

        final Block block = only(BlockKind.RECORDS);

        assertThat(content(block)).isEqualTo(records);
        assertThat(dataFile(segments().get(0)).toFile().length())
                .isLessThan(100_000 + records.capacity() / 2);
    }

    @Test
    void anUnwrappedAddressCanBeAppended() {
        final UnsafeBuffer records = TestRecords.spans(1, 100);
        final UnsafeBuffer byAddress =
                new UnsafeBuffer(records.addressOffset(), records.capacity());
        try (JournalWriter writer = JournalWriter.open(directory, smallSegments())) {
            writer.append(
                    TestRecords.ring(SESSION, 1),
                    ANCHOR,
                    0,
                    byAddress,
                    56,
                    records.capacity() - 56);
        }

        assertThat(content(only(BlockKind.RECORDS)))
                .isEqualTo(new UnsafeBuffer(records, 56, records.capacity() - 56));
    }

    @Test
    void eachSegmentBeginsWithTheSymbolsKnownSoFar() {
        final RingIdentity ring = TestRecords.ring(SESSION, 1);
        final UnsafeBuffer random = random(900_000);
        try (JournalWriter writer = JournalWriter.open(directory, smallSegments())) {
            writer.symbols(1, List.of("checkout", "Grüße, 世界", ""));
            writer.append(ring, ANCHOR, 0, random, 0, random.capacity());
            writer.symbols(4, List.of("pay"));
            writer.append(ring, ANCHOR, 900_000, random, 0, random.capacity());
            writer.append(ring, ANCHOR, 1_800_000, random, 0, random.capacity());
        }

        final List<List<String>> perBlock = new ArrayList<>();
        try (JournalCursor cursor = reader().cursor()) {
            while (cursor.next()) {
                if (cursor.block().kind() == BlockKind.SYMBOLS) {
                    final List<String> texts = new ArrayList<>();
                    cursor.block().forEachSymbol((id, text) -> texts.add(id + "=" + text));
                    perBlock.add(texts);
                }
            }
        }
        assertThat(perBlock)
                .containsExactly(
                        List.of("1=checkout", "2=Grüße, 世界", "3="),
                        List.of("4=pay"),
                        List.of("1=checkout", "2=Grüße, 世界", "3=", "4=pay"));
    }

    @Test
    void manySymbolsAreSplitOverBlocks() {
        final List<String> texts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            texts.add("x".repeat(100_000) + i);
        }
        try (JournalWriter writer = JournalWriter.open(directory, smallSegments())) {
            writer.symbols(1, texts);
        }

        final Map<Integer, String> read = new HashMap<>();
        try (JournalCursor cursor = reader().cursor()) {
            while (cursor.next()) {
                if (cursor.block().kind() == BlockKind.SYMBOLS) {
                    cursor.block().forEachSymbol(read::put);
                }
            }
        }
        assertThat(read).hasSize(50).containsEntry(50, texts.get(49));
    }

    @Test
    void valuesAndCountersComeBack() {
        final RingCounters counters = new RingCounters(10, 2, 3, 4_000, 5_000, 6);
        final UnsafeBuffer part = random(5_000);
        try (JournalWriter writer = JournalWriter.open(directory, smallSegments())) {
            writer.value(SESSION, 77, 1L << 33, 1L << 32, part, 8, 4_000);
            writer.counters(TestRecords.ring(SESSION, 4), counters);
        }

        final Block value = only(BlockKind.VALUE);
        assertThat(value.valueId()).isEqualTo(77);
        assertThat(value.valueTotalBytes()).isEqualTo(1L << 33);
        assertThat(value.valueOffset()).isEqualTo(1L << 32);
        assertThat(content(value)).isEqualTo(new UnsafeBuffer(part, 8, 4_000));
        final Block counted = only(BlockKind.COUNTERS);
        assertThat(counted.ring()).isEqualTo(TestRecords.ring(SESSION, 4));
        assertThat(counted.counters()).isEqualTo(counters);
    }

    @Test
    void aContinuedSessionKnowsWhereItsRingsEnded() {
        final UnsafeBuffer random = random(600_000);
        try (JournalWriter writer = JournalWriter.open(directory, smallSegments())) {
            writer.append(TestRecords.ring(SESSION, 5), ANCHOR, 0, random, 0, 800);
            for (int i = 0; i < 4; i++) {
                writer.append(
                        TestRecords.ring(SESSION, 2),
                        ANCHOR,
                        i * 600_000L,
                        random,
                        0,
                        random.capacity());
            }
        }
        try (JournalWriter writer = JournalWriter.open(directory, smallSegments())) {
            writer.append(TestRecords.ring(SESSION, 5), ANCHOR, 800, random, 0, 80);
        }

        assertThat(reader().ringEndPositions(SESSION))
                .containsOnly(Map.entry(2, 2_400_000L), Map.entry(5, 880L));
        assertThat(reader().ringEndPositions(SESSION + 1)).isEmpty();
    }

    @Test
    void recordsThatWereStoredTwiceAreReadOnce() {
        final RingIdentity ring = TestRecords.ring(SESSION, 1);
        final UnsafeBuffer records = TestRecords.spans(1, 100);
        final int half = records.capacity() / 2;
        try (JournalWriter writer = JournalWriter.open(directory, smallSegments())) {
            writer.append(ring, ANCHOR, 0, records, 0, half);
            writer.append(ring, ANCHOR, 0, records, 0, half);
            writer.append(ring, ANCHOR, 0, records, 0, records.capacity());
        }

        final UnsafeBuffer read = new UnsafeBuffer(ByteBuffer.allocateDirect(records.capacity()));
        int length = 0;
        try (JournalCursor cursor = reader().cursor()) {
            while (cursor.next()) {
                final Block block = cursor.block();
                if (block.kind() == BlockKind.RECORDS) {
                    assertThat(block.startPosition()).isEqualTo(length);
                    read.putBytes(
                            length, block.content(), block.contentIndex(), block.contentLength());
                    length += block.contentLength();
                }
            }
        }
        assertThat(read).isEqualTo(records);
    }

    @Test
    void twoWritersOfOneDirectoryHaveSegmentsOfTheirOwn() {
        final UnsafeBuffer records = TestRecords.spans(1, 10);
        final long otherSession = 99;
        try (JournalWriter writer = JournalWriter.open(directory, smallSegments());
                JournalWriter other =
                        JournalWriter.open(directory, builder().sessionId(otherSession).build())) {
            for (int i = 0; i < 10; i++) {
                final long position = (long) i * records.capacity();
                writer.append(
                        TestRecords.ring(SESSION, 1),
                        ANCHOR,
                        position,
                        records,
                        0,
                        records.capacity());
                other.append(
                        TestRecords.ring(otherSession, 1),
                        ANCHOR,
                        position,
                        records,
                        0,
                        records.capacity());
            }
        }

        final Map<Long, Integer> blocks = new HashMap<>();
        try (JournalCursor cursor = reader().cursor()) {
            while (cursor.next()) {
                if (cursor.block().kind() == BlockKind.RECORDS) {
                    blocks.merge(cursor.block().sessionId(), 1, Integer::sum);
                }
            }
        }
        assertThat(blocks).containsOnly(Map.entry(SESSION, 10), Map.entry(otherSession, 10));
        assertThat(damages).isEmpty();
    }

    @Test
    void anInterruptedThreadWritesAndReads() {
        Thread.currentThread().interrupt();
        try {
            final UnsafeBuffer records = TestRecords.spans(1, 100);
            try (JournalWriter writer = JournalWriter.open(directory, smallSegments())) {
                writer.append(
                        TestRecords.ring(SESSION, 1), ANCHOR, 0, records, 0, records.capacity());
            }
            assertThat(content(only(BlockKind.RECORDS))).isEqualTo(records);
            assertThat(warnings).isEmpty();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aBlockThatIsTooLongIsRefused() {
        final UnsafeBuffer records = new UnsafeBuffer(ByteBuffer.allocateDirect((1 << 20) + 8));
        try (JournalWriter writer = JournalWriter.open(directory, smallSegments())) {
            assertThatThrownBy(
                            () ->
                                    writer.append(
                                            TestRecords.ring(SESSION, 1),
                                            ANCHOR,
                                            0,
                                            records,
                                            0,
                                            records.capacity()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("block length out of range: lengthBytes=1048584, max=1048576");
        }
    }

    private JournalOptions smallSegments() {
        return builder().build();
    }

    private JournalOptions.Builder builder() {
        return JournalOptions.newBuilder()
                .sessionId(SESSION)
                .segmentBytes(1 << 20)
                .listener((message, cause) -> warnings.add(message));
    }

    private JournalReader reader() {
        return JournalReader.open(directory, damages::add);
    }

    /** The one block of a kind; valid until something else is read. */
    private Block only(final BlockKind kind) {
        Block found = null;
        final JournalCursor cursor = reader().cursor();
        while (found == null && cursor.next()) {
            found = cursor.block().kind() == kind ? cursor.block() : null;
        }
        cursor.close();
        return found;
    }

    private List<Path> segments() {
        return JournalDirectory.segments(directory).stream()
                .map(name -> name.in(directory))
                .collect(Collectors.toList());
    }

    private static Path dataFile(final Path segment) {
        try {
            return Segments.dataFile(segment).toPath();
        } catch (final java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static UnsafeBuffer content(final Block block) {
        return new UnsafeBuffer(block.content(), block.contentIndex(), block.contentLength());
    }

    private static UnsafeBuffer random(final int length) {
        final byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(length));
        buffer.putBytes(0, bytes);
        return buffer;
    }
}
