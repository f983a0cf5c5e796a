package io.hotspan.value;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

/** Reading: what the visitor sees, where values end, and what damaged bytes give. */
class ValueDecoderTest {
    private static void assertMalformed(final String hex, final String rule, final int offset) {
        assertThatExceptionOfType(MalformedValueException.class)
                .isThrownBy(() -> RoundTrip.decodeHex(hex))
                .satisfies(e -> assertThat(e.rule()).isEqualTo(rule))
                .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
    }

    @Test
    void aVisitorSeesThePartsInOrder() {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", Arrays.asList(null, true, 40, 0.5, "世"));
        map.put("b", new byte[] {9});
        map.put("c", BigInteger.TWO.pow(70));
        final ValueEncoder encoder = new ValueEncoder();
        final int length = encoder.encode(map);
        final TextVisitor visitor = new TextVisitor();
        assertThat(ValueDecoder.accept(encoder.buffer(), 0, length, visitor)).isEqualTo(length);
        assertThat(visitor)
                .hasToString(
                        "{ a: [ null true 40 0.5 '世' ] b: bytes[9] c: 1180591620717411303424 } ");
    }

    @Test
    void valuesOneAfterTheOtherAreReadByTheirLengths() {
        final ValueEncoder encoder = new ValueEncoder();
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        int end = 3;
        for (final Object value : List.of("key", Map.of("a", List.of(1)), 7)) {
            final int length = encoder.encode(value);
            buffer.putBytes(end, encoder.buffer(), 0, length);
            end += length;
        }
        final int second = 3 + ValueDecoder.skip(buffer, 3, end - 3);
        final int third = second + ValueDecoder.skip(buffer, second, end - second);
        assertThat(ValueDecoder.decode(buffer, 3, end - 3)).isEqualTo("key");
        assertThat(ValueDecoder.decode(buffer, second, end - second)).hasToString("{a=[1]}");
        assertThat(ValueDecoder.decode(buffer, third, end - third)).isEqualTo(7L);
    }

    @Test
    void theLastOfEqualKeysCounts() {
        assertThat(RoundTrip.decodeHex("81 c161 a1 c161 a2 00")).isEqualTo(Map.of("a", 2L));
    }

    @Test
    void whatIsReadCannotBeChanged() {
        final Map<?, ?> map = (Map<?, ?>) RoundTrip.of(Map.of("a", List.of(1)));
        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(((List<?>) map.get("a"))::clear)
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void kindsOfNewerWritersAreSkippedInEveryForm() {
        assertThat(
                        RoundTrip.decodeHex(
                                "80 04 2180 01 41 00000000 51 0000000000000000 6402ffff a1 00"))
                .isEqualTo(
                        List.of(
                                "<unknown kind of value: tag 4>",
                                "<unknown kind of value: tag 33>",
                                "<unknown kind of value: tag 65>",
                                "<unknown kind of value: tag 81>",
                                "<unknown kind of value: tag 100>",
                                1L));
    }

    @Test
    void aContainerOfANewerWriterIsSkippedWithWhatIsInIt() {
        assertThat(RoundTrip.decodeHex("80 8f a1 81 c161 84 04 00 00 c162 00 a2 00"))
                .isEqualTo(List.of("<unknown kind of value: tag 143>", 2L));
    }

    @Test
    void anEmptyValueIsMalformed() {
        assertMalformed("", "value ends early", 0);
    }

    @Test
    void aTextLongerThanItsValueIsMalformed() {
        assertMalformed("c5 61", "value ends early", 1);
        assertMalformed("60 ff7f 61", "length beyond the end of the value", 1);
        assertMalformed("63 ffffffffffffffff7f", "length beyond the end of the value", 1);
        assertMalformed("61 80808080808080808001", "length beyond the end of the value", 1);
    }

    @Test
    void aVarintWithoutEndIsMalformed() {
        assertMalformed("20 ffffffffffffffffffffff", "varint too long", 11);
        assertMalformed("20 ff", "value ends early", 2);
    }

    @Test
    void aContainerWithoutEndIsMalformed() {
        assertMalformed("80 a1", "value ends early", 2);
        assertMalformed("81 c161", "value ends early", 3);
    }

    @Test
    void anEndWithoutAContainerIsMalformed() {
        assertMalformed("00", "end of a container that was not begun", 0);
    }

    @Test
    void aKeyWithoutAValueIsMalformed() {
        assertMalformed("81 c161 00", "map key without a value", 3);
    }

    @Test
    void aKeyThatIsNoTextIsMalformed() {
        assertMalformed("81 a1 a1 00", "map key is not a text", 1);
    }

    @Test
    void aReservedTagIsMalformed() {
        assertMalformed("80 90 00", "reserved tag", 1);
    }

    @Test
    void aNumberThatIsNotFiniteIsMalformed() {
        assertMalformed("50 000000000000f07f", "number not finite", 1);
        assertMalformed("40 0000c07f", "number not finite", 1);
    }

    @Test
    void aNumberTextThatIsNoNumberIsMalformed() {
        for (final String text :
                List.of(
                        "",
                        "-",
                        "1.",
                        ".5",
                        "01",
                        "1e",
                        "1e+",
                        "+1",
                        "1 ",
                        "0x1",
                        "1e99999999999")) {
            final String hex = HexFormat.of().formatHex(text.getBytes(US_ASCII));
            assertMalformed(
                    String.format("62%02x", text.length()) + hex, "text is not a number", 2);
        }
    }

    @Test
    void nestingDeeperThanTheLimitIsMalformed() {
        assertMalformed("80".repeat(100_000), "nested too deep", ValueLimits.MAX_DEPTH);
    }

    @Test
    void aPlaceOutsideOfTheBufferIsMalformed() {
        final DirectBuffer buffer = RoundTrip.bufferOf("a1a1");
        for (final int[] place :
                new int[][] {{-1, 1}, {0, -1}, {0, 3}, {3, 0}, {1, Integer.MAX_VALUE}}) {
            assertThatThrownBy(() -> ValueDecoder.skip(buffer, place[0], place[1]))
                    .isInstanceOf(MalformedValueException.class);
        }
    }

    @Test
    void theMessageNamesRuleValueAndWayOut() {
        assertThatThrownBy(() -> RoundTrip.decodeHex("c561"))
                .hasMessage(
                        "value ends early: needed=5, left=1, offset=1; the record that holds it is"
                                + " damaged or newer than this reader, and can only be skipped");
    }
}
