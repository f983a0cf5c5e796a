package io.hotspan.json;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Arbitrary values as a journal holds them. */
public final class JsonValues {
    private JsonValues() {}

    /** Scalars, and lists and maps of values, nested a little. */
    public static Arbitrary<Object> values() {
        return Arbitraries.lazyOf(
                JsonValues::scalars,
                JsonValues::scalars,
                JsonValues::scalars,
                () -> values().list().ofMaxSize(4).map(list -> (Object) list),
                () -> maps().map(map -> (Object) map));
    }

    /** Maps of values under arbitrary keys. */
    public static Arbitrary<Map<String, Object>> maps() {
        return Arbitraries.maps(strings(), values()).ofMaxSize(4);
    }

    /** Text of every kind: control characters, emoji, halves of surrogate pairs. */
    public static Arbitrary<String> strings() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(12),
                Arbitraries.strings().all().ofMaxLength(6),
                Arbitraries.strings()
                        .withChars("\u0000\n\"\\/\ud83c\udf89\u2028é日")
                        .ofMaxLength(8));
    }

    private static Arbitrary<Object> scalars() {
        return Arbitraries.oneOf(
                Arbitraries.just((Object) null).map(x -> x),
                Arbitraries.of(true, false).map(x -> (Object) x),
                Arbitraries.longs().map(x -> (Object) x),
                Arbitraries.doubles().map(x -> (Object) x),
                Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0).map(x -> (Object) x),
                Arbitraries.bigIntegers().map(x -> (Object) x),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(9).map(x -> (Object) x),
                strings().map(x -> (Object) x));
    }
}
