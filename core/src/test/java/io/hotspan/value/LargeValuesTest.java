package io.hotspan.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values of many MiB: whole up to the limit, cut and marked beyond. */
class LargeValuesTest {
    private static final int MIB = 1 << 20;

    private final ValueEncoder encoder = new ValueEncoder();

    @Test
    void aTextOf64MibIsWhole() {
        final String text = "x".repeat(64 * MIB);
        assertThat(RoundTrip.decode(encoder, Map.of("prompt", text)).equals(Map.of("prompt", text)))
                .isTrue();
        assertThat(encoder.lastCutCount()).isZero();
    }

    @Test
    void aLargerLatin1TextIsCutAndSaysSo() {
        final String text = "é".repeat(66 * MIB);
        final String read = (String) RoundTrip.decode(encoder, text);
        assertThat(read.length()).isGreaterThan(64 * MIB);
        assertThat(read.substring(read.length() - 60))
                .matches("é+<cut: \\d+ of " + text.length() + " characters kept>");
        assertThat(encoder.lastCutCount()).isEqualTo(1);
    }

    @Test
    void aLargerTextIsNotCutInsideAPair() {
        final String text = "x" + "😀".repeat(17 * MIB);
        final String read = (String) RoundTrip.decode(encoder, text);
        assertThat(read.indexOf('\uFFFD')).isNegative();
        assertThat(read.substring(read.length() - 60)).contains("😀<cut: ");
    }

    @Test
    void tooManyBytesAreAMark() {
        assertThat(RoundTrip.decode(encoder, new byte[66 * MIB]))
                .isEqualTo("<cut: byte[69206016]>");
        assertThat(encoder.encode(new byte[64 * MIB])).isEqualTo(64 * MIB + 5);
    }

    @Test
    void aListBeyondTheLimitKeepsItsBeginningAndWhatSurroundsItIsCutToo() {
        final Collection<String> many = Collections.nCopies(Integer.MAX_VALUE, "a".repeat(1000));
        final int length = encoder.encode(Arrays.asList("first", many, "last"));
        assertThat(length).isBetween(64 * MIB, ValueLimits.MAX_VALUE_BYTES);
        final List<?> read = (List<?>) ValueDecoder.decode(encoder.buffer(), 0, length);
        assertThat(read.get(0)).isEqualTo("first");
        assertThat(read.get(2)).isEqualTo("<cut: 2 elements kept>");
        final List<?> inner = (List<?>) read.get(1);
        assertThat(inner.get(inner.size() - 1))
                .isEqualTo("<cut: " + (inner.size() - 1) + " elements kept>");
    }

    @Test
    void aWideAndDeepGraphOfSharedListsIsCut() {
        List<Object> list = new ArrayList<>(List.of("leaf"));
        for (int i = 0; i < 60; i++) {
            list = new ArrayList<>(Arrays.asList(list, list));
        }
        final int length = encoder.encode(list);
        assertThat(length).isBetween(64 * MIB, ValueLimits.MAX_VALUE_BYTES);
        assertThat(ValueDecoder.skip(encoder.buffer(), 0, length)).isEqualTo(length);
    }

    @Test
    void theScratchShrinksAfterALargeValue() {
        encoder.encode(new byte[MIB]);
        assertThat(encoder.buffer().capacity()).isGreaterThan(MIB);
        encoder.release();
        assertThat(encoder.buffer().capacity()).isLessThan(ValueLimits.RETAINED_BYTES);

        encoder.encode(new byte[MIB]);
        encoder.encode(1);
        assertThat(encoder.buffer().capacity()).isLessThan(ValueLimits.RETAINED_BYTES);
    }

    @Test
    void longNumbersAreTextsAndEndlessOnesMarks() {
        final BigInteger big = BigInteger.TEN.pow(1_000);
        assertThat(RoundTrip.of(big)).isEqualTo(big.toString());
        assertThat(RoundTrip.of(BigInteger.ONE.shiftLeft(1_000_000)))
                .isEqualTo("<cut: java.math.BigInteger of 1000001 bits>");
        assertThat(RoundTrip.of(new BigDecimal(big, Integer.MIN_VALUE))).isInstanceOf(String.class);
    }
}
