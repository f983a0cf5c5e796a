package io.hotspan.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class RecordWalkerTest {
    private static final int OFFSET = 16;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
    private final List<String> walked = new ArrayList<>();
    private int end = OFFSET;

    @Test
    void recordsAreHandedOutInOrder() {
        header(24, RecordType.START_ROOT, 7);
        header(16, RecordType.END, 7);

        assertThat(walk()).containsExactly("4 of 7 at 0, 24 bytes", "7 of 7 at 24, 16 bytes");
    }

    @Test
    void typesOfALaterVersionAreHandedOut() {
        header(8, 99, 1);

        assertThat(walk()).containsExactly("99 of 1 at 0, 8 bytes");
    }

    @Test
    void aLengthOfZeroEndsTheWalk() {
        header(0, RecordType.END, 1);
        header(16, RecordType.END, 1);

        assertThat(walk())
                .containsExactly(
                        "damage at 0: record length out of range: lengthBytes=0, min=8, max=24");
    }

    @Test
    void aRecordThatReachesBeyondTheRunEndsTheWalk() {
        header(16, RecordType.END, 1);
        header(24, RecordType.END, 2);
        end -= 8;

        assertThat(walk())
                .containsExactly(
                        "7 of 1 at 0, 16 bytes",
                        "damage at 16: record length out of range: lengthBytes=24, min=8, max=16");
    }

    @Test
    void halfAHeaderEndsTheWalk() {
        header(16, RecordType.END, 1);
        end += 4;

        assertThat(walk())
                .containsExactly("7 of 1 at 0, 16 bytes", "damage at 16: record header cut off");
    }

    @Test
    void aRecordTooShortForItsTypeIsSteppedOver() {
        header(16, RecordType.START_ROOT, 1);
        header(16, RecordType.END, 1);

        assertThat(walk())
                .containsExactly(
                        "damage at 0: record too short for what it holds: type=4, lengthBytes=16",
                        "7 of 1 at 16, 16 bytes");
    }

    @Test
    void bytesBeyondTheRecordAreNotThere() {
        final int record = end;
        header(24, RecordType.ATTRIBUTE_LATIN1, 1);
        buffer.putInt(record + AttributeDescriptor.VALUE_LENGTH_OFFSET, 9, ByteOrder.LITTLE_ENDIAN);

        assertThat(walk())
                .containsExactly(
                        "damage at 0: record too short for what it holds: type=12, lengthBytes=24");
    }

    @Test
    void aNegativeLengthIsTooLong() {
        final int record = end;
        header(24, RecordType.ATTRIBUTE_LATIN1, 1);
        buffer.putInt(
                record + AttributeDescriptor.VALUE_LENGTH_OFFSET, -1, ByteOrder.LITTLE_ENDIAN);

        assertThat(walk()).singleElement().asString().startsWith("damage at 0");
    }

    @Test
    void theRecordInsideAForeignOneMustFit() {
        final int record = end;
        header(32, RecordType.FOREIGN, 1);
        buffer.putLong(
                record + ForeignDescriptor.RECORD_OFFSET,
                RecordDescriptor.header(24, RecordType.END, 1),
                ByteOrder.LITTLE_ENDIAN);

        assertThat(walk()).singleElement().asString().startsWith("damage at 0");
    }

    @Property(tries = 5000)
    void whatIsHandedOutLiesWithinTheRun(@ForAll final long seed) {
        final Random random = new Random(seed);
        final UnsafeBuffer any = new UnsafeBuffer(new byte[512]);
        for (int word = 0; word < 64; word++) {
            final long header =
                    RecordDescriptor.header(
                            8 * random.nextInt(12), random.nextInt(26), random.nextInt(100));
            any.putLong(
                    8 * word,
                    random.nextBoolean() ? header : random.nextLong(),
                    ByteOrder.LITTLE_ENDIAN);
        }
        final int from = 8 * random.nextInt(8);
        final int length = random.nextInt(512 - from + 1);
        RecordWalker.walk(
                any,
                from,
                length,
                new RecordHandler() {
                    private int expected = from;

                    @Override
                    public void onRecord(
                            final int type,
                            final long ordinal,
                            final DirectBuffer records,
                            final int offset,
                            final int lengthBytes) {
                        assertThat(offset).isGreaterThanOrEqualTo(expected);
                        assertThat(lengthBytes).isGreaterThanOrEqualTo(8);
                        expected = offset + lengthBytes;
                        assertThat(expected).isLessThanOrEqualTo(from + length);
                    }

                    @Override
                    public void onDamage(final int offset, final String problem) {
                        assertThat(offset).isBetween(expected, from + length);
                    }
                });
    }

    private void header(final int lengthBytes, final int type, final long ordinal) {
        buffer.putLong(
                end, RecordDescriptor.header(lengthBytes, type, ordinal), ByteOrder.LITTLE_ENDIAN);
        end += Math.max(lengthBytes, 8);
    }

    private List<String> walk() {
        RecordWalker.walk(
                buffer,
                OFFSET,
                end - OFFSET,
                new RecordHandler() {
                    @Override
                    public void onRecord(
                            final int type,
                            final long ordinal,
                            final DirectBuffer records,
                            final int offset,
                            final int lengthBytes) {
                        walked.add(
                                type
                                        + " of "
                                        + ordinal
                                        + " at "
                                        + (offset - OFFSET)
                                        + ", "
                                        + lengthBytes
                                        + " bytes");
                    }

                    @Override
                    public void onDamage(final int offset, final String problem) {
                        walked.add("damage at " + (offset - OFFSET) + ": " + problem);
                    }
                });
        return walked;
    }
}
