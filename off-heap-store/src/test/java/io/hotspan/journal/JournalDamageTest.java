package io.hotspan.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.hotspan.block.Block;
import io.hotspan.block.BlockKind;
import io.hotspan.record.ClockAnchor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalDamageTest {
    private static final long SESSION = 0xDA3A6ED;
    private static final int BLOCKS = 240;
    private static final int SPANS = 600;

    @TempDir Path directory;

    private final List<Damage> damages = new ArrayList<>();
    private final List<Long> blockOffsets = new ArrayList<>();
    private Path file;
    private byte[] intact;
    private long firstBlock;

    /** A journal of several segments; the second one is damaged. */
    @BeforeEach
    void writeJournal() throws IOException {
        try (JournalWriter writer =
                JournalWriter.open(
                        directory,
                        JournalOptions.newBuilder()
                                .sessionId(SESSION)
                                .segmentBytes(1 << 20)
                                .build())) {
            for (int i = 0; i < BLOCKS; i++) {
                final UnsafeBuffer records = TestRecords.spans(1 + i * (long) SPANS, SPANS);
                writer.append(
                        TestRecords.ring(SESSION, 1),
                        new ClockAnchor(1, 2),
                        (long) i * records.capacity(),
                        records,
                        0,
                        records.capacity());
            }
        }
        final List<SegmentName> names = JournalDirectory.segments(directory);
        assertThat(names).hasSizeGreaterThan(2);
        file = Segments.dataFile(names.get(1).in(directory)).toPath();
        intact = Files.readAllBytes(file);
        try (JournalCursor cursor = JournalReader.open(directory).cursor()) {
            while (cursor.next()) {
                if (cursor.file().equals(file) && cursor.block().kind() == BlockKind.RECORDS) {
                    blockOffsets.add(cursor.offset());
                }
            }
        }
        assertThat(readBlocks()).hasSize(BLOCKS);
        assertThat(damages).isEmpty();
    }

    @Test
    void aFlippedBitInABlockCostsThatBlockAlone() throws IOException {
        final long offset = blockOffsets.get(5);
        flip(offset + 1_000);

        assertThat(readBlocks()).hasSize(BLOCKS - 1);
        assertThat(damages).hasSize(1);
        assertThat(damages.get(0).file()).isEqualTo(file);
        assertThat(damages.get(0).offset()).isEqualTo(offset);
        assertThat(damages.get(0).reason()).startsWith("a block's checksum is wrong");
    }

    @Test
    void aDamagedDocumentLengthCostsNoBlock() throws IOException {
        final long offset = blockOffsets.get(5);
        flip(offset + 1);

        assertThat(readBlocks()).hasSize(BLOCKS);
        assertThat(damages).hasSize(1);
        assertThat(damages.get(0).offset()).isEqualTo(offset);
    }

    @Test
    void aZeroedDocumentHeaderIsNotTakenForTheEnd() throws IOException {
        final long offset = blockOffsets.get(5);
        overwrite(offset, new byte[4]);

        assertThat(readBlocks()).hasSize(BLOCKS);
        assertThat(damages).hasSize(1);
        assertThat(damages.get(0).offset()).isEqualTo(offset);
    }

    @Test
    void aHoleCostsOnlyTheBlocksThatItTouches() throws IOException {
        final long begin = blockOffsets.get(5) + 100;
        final long end = blockOffsets.get(7) + 100;
        overwrite(begin, new byte[(int) (end - begin)]);

        assertThat(readBlocks()).hasSize(BLOCKS - 3);
        assertThat(damages).hasSize(1);
        assertThat(damages.get(0).offset()).isEqualTo(blockOffsets.get(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 1001})
    void bytesThatCameInCostOnlyTheBlockThatTheyAreIn(final int count) throws IOException {
        final long offset = blockOffsets.get(5);
        insert(offset + 100, count);

        assertThat(readBlocks()).hasSize(BLOCKS - 1);
        assertThat(damages).hasSize(1);
        assertThat(damages.get(0).offset()).isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 1001})
    void bytesThatWentCostOnlyTheBlockThatTheyWereIn(final int count) throws IOException {
        final long offset = blockOffsets.get(5);
        remove(offset + 100, count);

        assertThat(readBlocks()).hasSize(BLOCKS - 1);
        assertThat(damages).hasSize(1);
        assertThat(damages.get(0).offset()).isEqualTo(offset);
    }

    @Test
    void aFileThatWasCutShortIsNamed() throws IOException {
        final long offset = blockOffsets.get(5);
        cut(offset + 1_000);

        assertThat(readBlocks()).hasSize(BLOCKS - blockOffsets.size() + 5);
        assertThat(damages).hasSize(1);
        assertThat(damages.get(0))
                .isEqualTo(
                        new Damage(
                                file,
                                offset,
                                "the file ends within a block; nothing readable follows"));
    }

    @Test
    void aFileThatWasCutBetweenBlocksIsNamed() throws IOException {
        cut(blockOffsets.get(5));

        readBlocks();
        assertThat(damages).hasSize(1);
        assertThat(damages.get(0).reason())
                .isEqualTo("the segment's footer is missing; nothing readable follows");
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        cut(0);

        assertThat(readBlocks()).hasSize(BLOCKS - blockOffsets.size());
        assertThat(damages).hasSize(1);
        assertThat(damages.get(0).file()).isEqualTo(file);
    }

    @Test
    void aSegmentThatWasRemovedIsNoticed() throws IOException {
        Segments.delete(file.getParent());

        assertThat(readBlocks()).hasSize(BLOCKS - blockOffsets.size());
        assertThat(damages).hasSize(1);
        assertThat(damages.get(0).reason()).contains("are missing before this one");
    }

    @Test
    void firstBlocksThatWereCutOutAreNoticed() throws IOException {
        final Path firstSegment = JournalDirectory.segments(directory).get(0).in(directory);
        final Path first = Segments.dataFile(firstSegment).toPath();
        final byte[] bytes = Files.readAllBytes(first);
        final int cut = (int) documentOf(first, BlockKind.RECORDS);
        final int begin = (int) documentOf(first, BlockKind.SEGMENT_HEADER);
        final byte[] shorter = new byte[bytes.length - (cut - begin)];
        System.arraycopy(bytes, 0, shorter, 0, begin);
        System.arraycopy(bytes, cut, shorter, begin, bytes.length - cut);
        Files.write(first, shorter);

        assertThat(readBlocks()).hasSize(BLOCKS);
        assertThat(damages)
                .containsExactly(new Damage(first, 0, "the segment's first blocks are missing"));
    }

    @Test
    void bytesBehindTheFooterAreNamed() throws IOException {
        overwrite(intact.length, new byte[] {1, 2, 3, 4});

        assertThat(readBlocks()).hasSize(BLOCKS);
        assertThat(damages)
                .containsExactly(new Damage(file, intact.length, "something behind the footer"));
    }

    @Test
    void aDamagedMarkerIsNamedAndTheJournalIsRead() throws IOException {
        final Path marker = directory.resolve(JournalDirectory.MARKER);
        Files.write(marker, new byte[] {0, 1, 2});

        assertThat(readBlocks()).hasSize(BLOCKS);
        assertThat(damages).containsExactly(new Damage(marker, 0, "has no line version=<number>"));
    }

    @Test
    @Timeout(120)
    void randomDamageIsNamedAndNeverCostsMoreThanItTouches() throws IOException {
        final long seed = new Random().nextLong();
        final Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            final byte[] mutant = intact.clone();
            final int begin = (int) (long) blockOffsets.get(0);
            final int at = begin + random.nextInt(intact.length - begin);
            final int length = 1 + random.nextInt(random.nextBoolean() ? 8 : 20_000);
            final int end = Math.min(mutant.length, at + length);
            switch (random.nextInt(3)) {
                case 0 -> Arrays.fill(mutant, at, end, (byte) 0);
                case 1 -> randomise(mutant, at, end, random);
                default -> mutant[at] ^= (byte) (1 << random.nextInt(8));
            }
            if (!Arrays.equals(mutant, intact)) {
                Files.write(file, mutant);
                check("seed " + seed + ", case " + i + ", at " + at + " to " + end, at, end);
            }
        }
    }

    private void check(final String name, final int at, final int end) {
        damages.clear();
        final TreeSet<Long> read = new TreeSet<>(readBlocks());
        for (int block = 0; block < blockOffsets.size(); block++) {
            final long begin = blockOffsets.get(block) + 4;
            final long next =
                    block + 1 < blockOffsets.size() ? blockOffsets.get(block + 1) : intact.length;
            final boolean isTouched = at < next && end > begin;
            final long position = (firstBlock + block) * (long) SPANS * TestRecords.SPAN_BYTES;
            if (!isTouched && !read.contains(position)) {
                fail(name + ": block " + block + " is whole and was not read; " + damages);
            }
        }
        assertThat(damages).as(name).isNotEmpty();
    }

    /**
     * Start positions of the blocks of records that can be read; each must have the right records.
     */
    private List<Long> readBlocks() {
        final List<Long> positions = new ArrayList<>();
        try (JournalCursor cursor = JournalReader.open(directory, damages::add).cursor()) {
            while (cursor.next()) {
                final Block block = cursor.block();
                if (block.kind() == BlockKind.RECORDS) {
                    assertThat(TestRecords.firstOrdinal(block.content(), block.contentIndex()))
                            .isEqualTo(1 + block.startPosition() / TestRecords.SPAN_BYTES);
                    if (positions.isEmpty()
                            || block.startPosition() > positions.get(positions.size() - 1)) {
                        positions.add(block.startPosition());
                    } else {
                        fail("out of order: " + block.startPosition());
                    }
                    if (cursor.file().equals(file) && firstBlock == 0) {
                        firstBlock =
                                block.startPosition() / ((long) SPANS * TestRecords.SPAN_BYTES);
                    }
                }
            }
        }
        return positions;
    }

    /** Offset of the first block of a kind in a file. */
    private long documentOf(final Path in, final BlockKind kind) {
        try (JournalCursor cursor = JournalReader.open(directory).cursor()) {
            while (cursor.next()) {
                if (cursor.file().equals(in) && cursor.block().kind() == kind) {
                    return cursor.offset();
                }
            }
        }
        return fail("no block of kind " + kind);
    }

    private static void randomise(
            final byte[] bytes, final int begin, final int end, final Random random) {
        final byte[] garbage = new byte[end - begin];
        random.nextBytes(garbage);
        System.arraycopy(garbage, 0, bytes, begin, garbage.length);
    }

    private void flip(final long offset) throws IOException {
        overwrite(offset, new byte[] {(byte) (intact[(int) offset] ^ 0x10)});
    }

    private void overwrite(final long offset, final byte[] bytes) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(offset);
            access.write(bytes);
        }
    }

    private void insert(final long offset, final int count) throws IOException {
        final byte[] mutant = Arrays.copyOf(intact, intact.length + count);
        System.arraycopy(
                intact, (int) offset, mutant, (int) offset + count, intact.length - (int) offset);
        Files.write(file, mutant);
    }

    private void remove(final long offset, final int count) throws IOException {
        final byte[] mutant = Arrays.copyOf(intact, intact.length - count);
        System.arraycopy(
                intact, (int) offset + count, mutant, (int) offset, mutant.length - (int) offset);
        Files.write(file, mutant);
    }

    private void cut(final long length) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(length);
        }
    }
}
