package io.hotspan.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class BlockCodecTest {
    private static final RingIdentity RING = new RingIdentity(1, 2, 3, 4, 5);
    private static final ClockAnchor ANCHOR = new ClockAnchor(6, 7);

    private final BlockEncoder encoder = new BlockEncoder(1, 99);
    private final BlockDecoder decoder = new BlockDecoder();

    @Test
    void theHeaderIsAsItIsDrawn() {
        assertThat(BlockDescriptor.HEADER_LENGTH).isEqualTo(104);
        assertThat(BlockDescriptor.KIND_OFFSET).isEqualTo(16);
        assertThat(BlockDescriptor.SESSION_ID_OFFSET).isEqualTo(24);
        assertThat(BlockDescriptor.ANCHOR_EPOCH_NANOS_OFFSET).isEqualTo(48);
        assertThat(BlockDescriptor.START_POSITION_OFFSET).isEqualTo(64);
        assertThat(BlockDescriptor.RING_NUMBER_OFFSET).isEqualTo(96);
        assertThat(CountersDescriptor.LENGTH).isEqualTo(48);
        assertThat(PositionsDescriptor.ENTRY_LENGTH).isEqualTo(16);
        assertThat(FooterDescriptor.LENGTH).isEqualTo(16);
    }

    @Test
    void aBlockBeginsWithTheLettersOfItsMagic() {
        encoder.begin(1, ANCHOR);
        encoder.footer(1, 1);

        assertThat(encoder.block().getStringWithoutLengthAscii(0, 4)).isEqualTo("HSBK");
    }

    @Property(tries = 200)
    void recordsComeBackWhateverTheyAre(
            @ForAll final long seed,
            @ForAll @IntRange(max = 1 << 20) final int length,
            @ForAll @IntRange(min = 1, max = 256) final int variety) {
        final UnsafeBuffer records = content(seed, length, variety);
        encoder.begin(seed, ANCHOR);
        final ByteBuffer stored = copy(encoder.records(RING, seed, records, 0, length));

        assertThat(BlockDecoder.length(stored, 0)).isEqualTo(stored.capacity());
        assertThat(decoder.isIntact(stored, 0, stored.capacity())).isTrue();
        assertThat(decoder.decode(stored, 0, stored.capacity())).isNull();
        final Block block = decoder.block();
        assertThat(block.kind()).isEqualTo(BlockKind.RECORDS);
        assertThat(block.ring()).isEqualTo(RING);
        assertThat(block.anchor()).isEqualTo(ANCHOR);
        assertThat(block.sequence()).isEqualTo(seed);
        assertThat(block.writerId()).isEqualTo(99);
        assertThat(block.startPosition()).isEqualTo(seed);
        assertThat(block.contentLength()).isEqualTo(length);
        assertThat(new UnsafeBuffer(block.content(), 0, length)).isEqualTo(records);
    }

    @Property(tries = 500)
    void anyChangeIsNoticed(@ForAll final long seed) {
        final Random random = new Random(seed);
        encoder.begin(seed, ANCHOR);
        final ByteBuffer stored = copy(encoder.records(RING, 0, content(seed, 3_000, 4), 0, 3_000));
        final int at = random.nextInt(stored.capacity());
        stored.put(at, (byte) (stored.get(at) ^ 1 << random.nextInt(8)));

        final int length = BlockDecoder.length(stored, 0);

        assertThat(length != stored.capacity() || !decoder.isIntact(stored, 0, length)).isTrue();
    }

    @Property(tries = 2_000)
    void aHostileBlockWithARightChecksumThrowsNothing(
            @ForAll @Size(min = 8, max = 120) final List<Byte> bytes,
            @ForAll @IntRange(max = 9) final int kind,
            @ForAll @IntRange(max = 2) final int compression,
            @ForAll final int contentLength) {
        final ByteBuffer hostile =
                ByteBuffer.allocate(BlockDescriptor.HEADER_LENGTH + bytes.size())
                        .order(ByteOrder.LITTLE_ENDIAN);
        hostile.putShort(
                BlockDescriptor.HEADER_LENGTH_OFFSET, (short) BlockDescriptor.HEADER_LENGTH);
        hostile.put(BlockDescriptor.KIND_OFFSET, (byte) kind);
        hostile.put(BlockDescriptor.COMPRESSION_OFFSET, (byte) compression);
        hostile.putInt(
                BlockDescriptor.UNCOMPRESSED_LENGTH_OFFSET,
                compression == 0 ? bytes.size() : contentLength);
        for (int i = 0; i < bytes.size(); i++) {
            hostile.put(BlockDescriptor.HEADER_LENGTH + i, bytes.get(i));
        }

        final String problem = decoder.decode(hostile, 0, hostile.capacity());

        if (problem == null && decoder.block().kind() == BlockKind.SYMBOLS) {
            decoder.block().forEachSymbol((id, text) -> assertThat(text).isNotNull());
        }
    }

    private ByteBuffer copy(final int length) {
        final ByteBuffer copy = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        encoder.block().getBytes(0, copy, 0, length);
        return copy;
    }

    private static UnsafeBuffer content(final long seed, final int length, final int variety) {
        final Random random = new Random(seed);
        final UnsafeBuffer content = new UnsafeBuffer(ByteBuffer.allocateDirect(length));
        for (int i = 0; i < length; i++) {
            content.putByte(i, (byte) random.nextInt(variety));
        }
        return content;
    }
}
