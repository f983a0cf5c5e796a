package io.hotspan.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pins the bytes: journals of this version hold them for ever. */
class ValueDescriptorTest {
    @Test
    void nullAndTruthValuesAreOneByte() {
        assertThat(RoundTrip.hexOf(null)).isEqualTo("01");
        assertThat(RoundTrip.hexOf(false)).isEqualTo("02");
        assertThat(RoundTrip.hexOf(true)).isEqualTo("03");
    }

    @Test
    void longsUpTo31AreOneByte() {
        assertThat(RoundTrip.hexOf(0)).isEqualTo("a0");
        assertThat(RoundTrip.hexOf(31L)).isEqualTo("bf");
    }

    @Test
    void otherLongsAreZigzagVarints() {
        assertThat(RoundTrip.hexOf(32)).isEqualTo("2040");
        assertThat(RoundTrip.hexOf(-1)).isEqualTo("2001");
        assertThat(RoundTrip.hexOf(300)).isEqualTo("20d804");
        assertThat(RoundTrip.hexOf(Long.MAX_VALUE)).isEqualTo("20feffffffffffffffff01");
        assertThat(RoundTrip.hexOf(Long.MIN_VALUE)).isEqualTo("20ffffffffffffffffff01");
    }

    @Test
    void doublesAndFloatsAreLittleEndian() {
        assertThat(RoundTrip.hexOf(2.5)).isEqualTo("500000000000000440");
        assertThat(RoundTrip.hexOf(2.5f)).isEqualTo("4000002040");
    }

    @Test
    void textsUpTo63Latin1CharactersHaveTheirLengthInTheTag() {
        assertThat(RoundTrip.hexOf("")).isEqualTo("c0");
        assertThat(RoundTrip.hexOf("hé")).isEqualTo("c268e9");
        assertThat(RoundTrip.hexOf("a".repeat(63))).isEqualTo("ff" + "61".repeat(63));
    }

    @Test
    void longerLatin1TextsHaveALength() {
        assertThat(RoundTrip.hexOf("a".repeat(200))).isEqualTo("60c801" + "61".repeat(200));
    }

    @Test
    void otherTextsAreUtf8() {
        assertThat(RoundTrip.hexOf("aé世😀")).isEqualTo("610a61c3a9e4b896f09f9880");
    }

    @Test
    void numbersBeyondLongAreText() {
        assertThat(RoundTrip.hexOf(BigInteger.TWO.pow(64)))
                .isEqualTo("6214" + "3138343436373434303733373039353531363136");
    }

    @Test
    void bytesAreBytes() {
        assertThat(RoundTrip.hexOf(new byte[] {1, -1})).isEqualTo("630201ff");
    }

    @Test
    void listsAndMapsEndWithAnEnd() {
        assertThat(RoundTrip.hexOf(List.of(1, List.of()))).isEqualTo("80a1800000");
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("x", 1);
        map.put("y", 2.5);
        assertThat(RoundTrip.hexOf(map)).isEqualTo("81c178a1c17950000000000000044000");
    }
}
