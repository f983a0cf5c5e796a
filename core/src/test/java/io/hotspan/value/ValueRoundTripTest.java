package io.hotspan.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any value comes back as the model says: equal, but for the few kinds that are unified. */
class ValueRoundTripTest {
    private static final ValueEncoder ENCODER = new ValueEncoder();

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void anyValueComesBackAsTheModelSays(@ForAll("values") final Object value) {
        assertThat(RoundTrip.decode(ENCODER, value)).isEqualTo(expected(value));
        assertThat(ENCODER.lastCutCount()).isZero();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatCameBackComesBackAgain(@ForAll("values") final Object value) {
        final Object once = RoundTrip.decode(ENCODER, value);
        assertThat(RoundTrip.decode(ENCODER, once)).isEqualTo(once);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void skippingEndsWhereTheValueEnds(@ForAll("values") final Object value) {
        final int length = ENCODER.encode(value);
        assertThat(ValueDecoder.skip(ENCODER.buffer(), 0, ENCODER.buffer().capacity()))
                .isEqualTo(length);
    }

    @Property(tries = 2_000)
    void anyTextComesBack(@ForAll final String text) {
        assertThat(RoundTrip.decode(ENCODER, text)).isEqualTo(wellFormed(text));
    }

    @Property
    void anyLongComesBack(@ForAll final long value) {
        assertThat(RoundTrip.decode(ENCODER, value)).isEqualTo(value);
    }

    @Property
    void anyFloatKeepsItsText(@ForAll final float value) {
        assertThat(RoundTrip.decode(ENCODER, value))
                .isEqualTo(Double.parseDouble(Float.toString(value)));
    }

    @Provide
    Arbitrary<Object> values() {
        final Arbitrary<Object> scalars =
                Arbitraries.oneOf(
                        Arbitraries.of(true, false, Double.NaN, Double.POSITIVE_INFINITY, -0.0),
                        Arbitraries.longs(),
                        Arbitraries.integers(),
                        Arbitraries.doubles(),
                        Arbitraries.floats(),
                        Arbitraries.bigIntegers(),
                        Arbitraries.bigDecimals().ofScale(5),
                        Arbitraries.chars(),
                        Arbitraries.strings(),
                        Arbitraries.strings().ascii().ofMaxLength(100));
        final Arbitrary<Object> nullable = scalars.injectNull(0.1);
        return Arbitraries.recursive(() -> nullable, ValueRoundTripTest::containersOf, 0, 3);
    }

    private static Arbitrary<Object> containersOf(final Arbitrary<Object> values) {
        final Arbitrary<String> keys = Arbitraries.strings().ofMaxLength(5);
        return Arbitraries.oneOf(
                values,
                values.list().ofMaxSize(4).map(ValueRoundTripTest::listOfSomeClass),
                Arbitraries.maps(keys, values)
                        .ofMaxSize(4)
                        .map(ValueRoundTripTest::mapOfSomeClass));
    }

    private static Object listOfSomeClass(final List<Object> list) {
        return switch (list.size() % 3) {
            case 0 -> new ArrayList<>(list);
            case 1 -> list.toArray();
            default -> Collections.unmodifiableCollection(list);
        };
    }

    private static Object mapOfSomeClass(final Map<String, Object> map) {
        return switch (map.size() % 3) {
            case 0 -> new LinkedHashMap<>(map);
            case 1 -> new TreeMap<>(map);
            default -> Collections.unmodifiableMap(map);
        };
    }

    private static Object expected(final Object value) {
        if (value instanceof Object[] array) {
            return expectedList(Arrays.asList(array));
        } else if (value instanceof Iterable<?> elements) {
            return expectedList(elements);
        } else if (value instanceof Map<?, ?> map) {
            final Map<String, Object> expected = new LinkedHashMap<>();
            map.forEach(
                    (key, element) -> expected.put(wellFormed((String) key), expected(element)));
            return expected;
        }
        return expectedScalar(value);
    }

    private static List<Object> expectedList(final Iterable<?> elements) {
        final List<Object> expected = new ArrayList<>();
        elements.forEach(element -> expected.add(expected(element)));
        return expected;
    }

    private static Object expectedScalar(final Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        } else if (value instanceof Float number) {
            return Double.parseDouble(number.toString());
        } else if (value instanceof Double number) {
            return Double.isFinite(number) ? number : number.toString();
        } else if (value instanceof BigInteger number) {
            return number.bitLength() < 64 ? (Object) number.longValue() : number;
        } else if (value instanceof BigDecimal number) {
            return number;
        } else if (value instanceof String || value instanceof Character) {
            return wellFormed(value.toString());
        }
        return value;
    }

    /** A text with U+FFFD for each unpaired surrogate. */
    private static String wellFormed(final String text) {
        final StringBuilder builder = new StringBuilder();
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(builder::appendCodePoint);
        return builder.toString();
    }
}
