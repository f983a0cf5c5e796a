package io.hotspan.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void partsAreSeparatedAsInPython() {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("x", 1L);
        map.put("list", Arrays.asList(1, null, true, "two"));
        map.put("none", Map.of());
        map.put("empty", List.of());

        assertThat(Json.write(map))
                .isEqualTo(
                        "{\"x\": 1, \"list\": [1, null, true, \"two\"], \"none\": {}, \"empty\":"
                                + " []}");
    }

    @Test
    void textBeyondAsciiIsNotEscaped() {
        assertThat(Json.write("é日本🎉\u007f\u2028")).isEqualTo("\"é日本🎉\u007f\u2028\"");
    }

    @Test
    void controlCharactersAreEscapedAsInPython() {
        assertThat(Json.write("\"\\/\b\f\n\r\t\u0000\u001f"))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\"");
    }

    @Test
    void bytesBecomeBase64() {
        assertThat(Json.write(new byte[] {1, 2, 3})).isEqualTo("\"AQID\"");
    }

    @Test
    void numbersThatAreNotFiniteBecomeStrings() {
        assertThat(
                        Json.write(
                                List.of(
                                        Double.NaN,
                                        Double.NEGATIVE_INFINITY,
                                        Float.POSITIVE_INFINITY)))
                .isEqualTo("[\"NaN\", \"-Infinity\", \"Infinity\"]");
    }

    @Test
    void largeNumbersKeepTheirDigits() {
        final BigInteger big = BigInteger.TWO.pow(70);

        assertThat(Json.write(big)).isEqualTo("1180591620717411303424");
        assertThat(Json.read("1180591620717411303424")).isEqualTo(big);
        assertThat(Json.read("1e400")).isEqualTo(new BigDecimal("1E+400"));
    }

    @Test
    void aValueOfAnotherKindIsRefusedByName() {
        assertThatThrownBy(() -> Json.write(List.of(new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object");
    }

    @Test
    void whatPythonWritesBareIsReadAsStrings() {
        assertThat(Json.read("[NaN, Infinity, -Infinity]"))
                .isEqualTo(List.of("NaN", "Infinity", "-Infinity"));
    }

    @Test
    void theLastOfRepeatedKeysCounts() {
        assertThat(Json.read("{\"a\": 1, \"b\": 2, \"a\": 3}")).isEqualTo(Map.of("a", 3L, "b", 2L));
    }

    @Test
    void whatIsReadCannotBeChanged() {
        final Map<?, ?> map = (Map<?, ?>) Json.read("{\"a\": [1]}");

        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) map.get("a")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anErrorSaysWhere() {
        assertThatThrownBy(() -> Json.read("{\"a\": 1,\n \"b\": x}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not JSON")
                .hasMessageContaining("line: 2");
    }

    @Test
    void nothingMayFollowTheValue() {
        assertThatThrownBy(() -> Json.read("1 2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("something follows the value");
    }

    @Test
    void anEmptyTextIsNoValue() {
        assertThatThrownBy(() -> Json.read(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the text is empty");
    }

    @Test
    void nestingBeyondTheLimitIsRefused() {
        assertThat(Json.read("[".repeat(Json.MAX_READ_DEPTH) + "]".repeat(Json.MAX_READ_DEPTH)))
                .isInstanceOf(List.class);
        assertThatThrownBy(() -> Json.read("[".repeat(5_000_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(Json.MAX_READ_DEPTH));
    }

    @Test
    void numbersBeyondTheLimitAreRefused() {
        assertThatThrownBy(() -> Json.read("1".repeat(1_000_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deepValuesAreWrittenAndComparedWithoutOverflow() {
        final Object deep = nested(200_000);

        assertThat(Json.write(deep)).hasSize(400_000);
        assertThat(Json.equal(deep, nested(200_000))).isTrue();
        assertThat(Json.equal(deep, nested(200_001))).isFalse();
    }

    @Test
    void aPrefixIsOneCharacterLongerThanAskedWhenThereIsMore() {
        assertThat(Json.writePrefix("x".repeat(100), 5)).isEqualTo("\"xxxxx");
        assertThat(Json.writePrefix("xxx", 5)).isEqualTo("\"xxx\"");
        assertThat(Json.writePrefix(nested(100_000), 3)).isEqualTo("[[[[");
    }

    @Test
    void equalityIsThatOfTheText() {
        assertThat(Json.equal(1, 1L)).isTrue();
        assertThat(Json.equal(1L, 1.0)).isFalse();
        assertThat(Json.equal(0.0, -0.0)).isFalse();
        assertThat(Json.equal(new byte[] {1, 2, 3}, "AQID")).isTrue();
        assertThat(Json.equal(Double.NaN, "NaN")).isTrue();
        assertThat(Json.equal(null, "null")).isFalse();
        assertThat(Json.equal(List.of(1), List.of(1, 2))).isFalse();
        assertThat(Json.equal(List.of(), Map.of())).isFalse();
        assertThat(Json.equal(Map.of("a", 1, "b", 2), Map.of("b", 2L, "a", 1L))).isTrue();
        assertThat(Json.equal(Map.of("a", 1), Map.of("b", 1))).isFalse();
    }

    @Test
    void halvesOfSurrogatePairsAreReplaced() {
        assertThat(Json.replaceLoneSurrogates("a\ud83cb\udf89🎉\ud83c"))
                .isEqualTo("a\ufffdb\ufffd🎉\ufffd");
        assertThat(Json.replaceLoneSurrogates("a🎉")).isEqualTo("a🎉");
        assertThat(Json.read("\"a\\ud83c\"")).isEqualTo("a\ud83c");
    }

    @Property
    void everyValueReadsBackEqual(@ForAll("values") final Object value) {
        final Object copy = Json.read(Json.write(value));

        assertThat(Json.equal(copy, value)).isTrue();
        assertThat(Json.write(copy)).isEqualTo(Json.write(value));
    }

    @Provide
    Arbitrary<Object> values() {
        return JsonValues.values();
    }

    private static Object nested(final int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = 1; i < depth; i++) {
            list = Arrays.asList((Object) list);
        }
        return list;
    }
}
