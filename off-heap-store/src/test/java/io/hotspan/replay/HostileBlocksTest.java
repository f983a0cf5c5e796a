package io.hotspan.replay;

import static io.hotspan.replay.BlockList.ANCHOR;
import static io.hotspan.replay.BlockList.ring;
import static io.hotspan.replay.BlockList.spanId;
import static io.hotspan.replay.BlockList.traceHigh;
import static io.hotspan.replay.BlockList.traceId;
import static io.hotspan.replay.BlockList.traceLow;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.TimeDescriptor;
import io.hotspan.record.TraceFactDescriptor;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Blocks with right checksums and wrong content: replay throws nothing and takes no undue memory.
 */
class HostileBlocksTest {
    private static final int BLOCKS_PER_LIST = 50;
    private static final int LISTS = 60;
    private static final long MAX_ALLOCATED_BYTES_PER_LIST = 64 << 20;

    /** 4 kinds of mutation, each of 3,000 blocks. */
    @ParameterizedTest
    @ValueSource(strings = {"bits", "words", "lengths", "cuts"})
    void mutatedRecordsDoNoHarm(final String mutation) {
        final Random random = new Random(mutation.hashCode());
        for (int i = 0; i < LISTS; i++) {
            final BlockList blocks = new BlockList().header(1).symbols(1, 1, "a", "b", "c");
            blocks.value(1, 1, mutated(longRecord(), mutation, random), 64);
            for (int j = 0; j < BLOCKS_PER_LIST; j++) {
                final RingIdentity ring = ring(1, random.nextInt(4));
                final byte[] bytes = mutated(allTypes(ring).bytes(), mutation, random);
                blocks.recordsAt(ring, ANCHOR, j * 4096L, new UnsafeBuffer(bytes), bytes.length);
            }
            assertHarmless(blocks);
        }
    }

    @Test
    void impossibleSymbolIdsDoNoHarm() {
        final BlockList blocks =
                new BlockList()
                        .symbols(1, Integer.MAX_VALUE, "max")
                        .symbols(1, SymbolTexts.MAX_ID + 1, "beyond")
                        .symbols(1, -5, "negative", "and", "next");

        assertHarmless(blocks);
    }

    @Test
    void ordinalsFarApartDoNoHarm() {
        final BlockList blocks = new BlockList().header(1).symbols(1, 1, "a");
        final RecordBytes records = new RecordBytes();
        for (int i = 1; i <= 2000; i++) {
            records.root((long) i << 28, 0, 1);
        }
        blocks.records(ring(1, 0), records);

        assertHarmless(blocks);
    }

    @Test
    void recordsOfOtherThreadsAboutNoSpanAtAllDoNoHarm() {
        final BlockList blocks = new BlockList().header(1).symbols(1, 1, "a");
        final RecordBytes records = new RecordBytes();
        for (int i = 1; i <= 5000; i++) {
            records.foreign(i * 7919, new RecordBytes().attributeLong(i, 1, 1));
        }
        blocks.records(ring(1, 0), records);

        assertHarmless(blocks);
    }

    @Test
    void aValueThatSaysItIsHugeDoesNoHarm() {
        final BlockList blocks = new BlockList().header(1).symbols(1, 1, "a");
        final byte[] record = new RecordBytes().attribute(1, 1, "text").bytes();
        blocks.valuePart(1, 1, Long.MAX_VALUE, 0, record);
        blocks.valuePart(1, 2, -1, 0, record);
        blocks.valuePart(1, 3, 1L << 40, Long.MAX_VALUE, record);
        blocks.records(
                ring(1, 0),
                new RecordBytes()
                        .root(1, 0, 1)
                        .outsize(1, 1, Long.MAX_VALUE)
                        .outsize(1, 2, -1)
                        .outsize(1, 3, 0)
                        .end(1, 1));

        assertHarmless(blocks);
    }

    private static void assertHarmless(final BlockList blocks) {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long before = threads.getCurrentThreadAllocatedBytes();
        final Replay replay = Replays.of(blocks);
        replay.forEachTrace(trace -> assertThat(trace.spans()).isNotEmpty());
        replay.find(traceId(ring(1, 0), 1));
        replay.newest(10);
        replay.statistics();
        replay.verify();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .isLessThan(MAX_ALLOCATED_BYTES_PER_LIST);
    }

    private static byte[] mutated(final byte[] bytes, final String mutation, final Random random) {
        final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
        final int words = bytes.length / Long.BYTES;
        for (int i = random.nextInt(4); i >= 0; i--) {
            final int word = random.nextInt(words) * Long.BYTES;
            switch (mutation) {
                case "bits" -> flipBit(bytes, random);
                case "words" -> buffer.putLong(word, interesting(random));
                case "lengths" -> buffer.putShort(word, (short) random.nextInt());
                default -> {
                    final byte[] cut = new byte[Math.max(1, random.nextInt(bytes.length))];
                    System.arraycopy(bytes, 0, cut, 0, cut.length);
                    return cut;
                }
            }
        }
        return bytes;
    }

    private static void flipBit(final byte[] bytes, final Random random) {
        final int index = random.nextInt(bytes.length);
        bytes[index] = (byte) (bytes[index] ^ 1 << random.nextInt(8));
    }

    private static long interesting(final Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> -1;
            case 2 -> Long.MIN_VALUE;
            case 3 -> Integer.MAX_VALUE;
            case 4 -> (long) random.nextInt() << 32;
            default -> random.nextLong();
        };
    }

    private static byte[] longRecord() {
        return new RecordBytes().attribute(1, 1, Map.of("key", List.of(1, 2, "three"))).bytes();
    }

    private static RecordBytes allTypes(final RingIdentity ring) {
        final long high = traceHigh(ring, 1);
        final long low = traceLow(ring, 1);
        return new RecordBytes()
                .thread("thread")
                .root(1, 0, 1, 2)
                .child(2, 1, 2, 1, 1)
                .explicit(3, 2, 3, high, low, spanId(ring, 1))
                .attributeLong(1, 1, 5)
                .attributeDouble(1, 2, 0.5)
                .attributeBoolean(1, 3, true)
                .attributeLatin1(2, 1, "latin1")
                .attribute(2, 2, Map.of("a", List.of(1, 2.5, "x"), "b", new byte[20]))
                .attribute(2, "inline key", "value")
                .event(1, 3, 1, Map.of("n", 1))
                .eventAt(1, 5, "inline name")
                .status(2, 2, "description")
                .name(1, "inline name")
                .time(1, TimeDescriptor.START, 3)
                .link(1, 4, 5, 6, Map.of("k", "v"))
                .fact(high, low, TraceFactDescriptor.KIND_TAG, "tag", "value")
                .foreign(ring.ringNumber() ^ 1, new RecordBytes().attributeLong(1, 1, 5))
                .foreign(0, new RecordBytes().outsize(1, 1, 100))
                .outsize(1, 1, 100)
                .padding(64)
                .endOk(3, 6)
                .endDropping(2, 7, 3)
                .end(1, 8);
    }
}
