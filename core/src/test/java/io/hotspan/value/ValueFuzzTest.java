package io.hotspan.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hotspan.model.Document;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/**
 * Damaged bytes give a value or {@link MalformedValueException}, and nothing else. The random
 * numbers are the same in each run; a failure names its case.
 */
class ValueFuzzTest {
    private static final int CASES = 20_000;

    private static final List<byte[]> SAMPLES =
            List.of(
                    RoundTrip.bytesOf(null),
                    RoundTrip.bytesOf("x".repeat(300)),
                    RoundTrip.bytesOf("世界".repeat(50)),
                    RoundTrip.bytesOf(new byte[200]),
                    RoundTrip.bytesOf(new BigDecimal("-123456789012345678901234567890.5E-77")),
                    RoundTrip.bytesOf(Arrays.asList(1, 2.5, 3.5f, null, true, "a", -99999L)),
                    RoundTrip.bytesOf(
                            Map.of(
                                    "messages",
                                    List.of(Map.of("role", "user", "content", "hi".repeat(50))),
                                    "at",
                                    Instant.EPOCH)),
                    RoundTrip.bytesOf(
                            List.of(new Document("text", Map.of("score", 0.5, "n", List.of())))));

    private final SplittableRandom random = new SplittableRandom(20_251);

    private static void read(final int number, final byte[] bytes, final int length) {
        final UnsafeBuffer buffer = new UnsafeBuffer(bytes, 0, length);
        assertThatCode(
                        () -> {
                            try {
                                ValueDecoder.skip(buffer, 0, length);
                                ValueDecoder.decode(buffer, 0, length);
                            } catch (final MalformedValueException e) {
                                assertThat(e.offset()).isBetween(0, length);
                            }
                        })
                .as("case %d", number)
                .doesNotThrowAnyException();
    }

    private byte[] sample() {
        return SAMPLES.get(random.nextInt(SAMPLES.size())).clone();
    }

    @Test
    void flippedBitsAreSurvived() {
        for (int i = 0; i < CASES; i++) {
            final byte[] bytes = sample();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            read(i, bytes, bytes.length);
        }
    }

    @Test
    void cutsAreSurvived() {
        for (final byte[] sample : SAMPLES) {
            for (int length = 0; length < sample.length; length++) {
                read(length, sample, length);
            }
        }
    }

    @Test
    void foreignBytesInTheMidstAreSurvived() {
        for (int i = 0; i < CASES; i++) {
            final byte[] bytes = sample();
            final int start = random.nextInt(bytes.length);
            for (int k = start; k < Math.min(bytes.length, start + 8); k++) {
                bytes[k] = (byte) random.nextInt(256);
            }
            read(i, bytes, bytes.length);
        }
    }

    @Test
    void garbageIsSurvived() {
        for (int i = 0; i < CASES; i++) {
            final byte[] bytes = new byte[random.nextInt(64)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) random.nextInt(256);
            }
            read(i, bytes, bytes.length);
        }
    }

    @Test
    void garbageMadeOfTagsIsSurvived() {
        final int[] tags = {0, 1, 2, 4, 0x20, 0x21, 0x40, 0x50, 0x60, 0x61, 0x62, 0x63, 0x80, 0x81};
        for (int i = 0; i < CASES; i++) {
            final byte[] bytes = new byte[random.nextInt(1_000)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) (random.nextInt(3) == 0 ? 0xC0 : tags[random.nextInt(14)]);
            }
            read(i, bytes, bytes.length);
        }
    }
}
