package io.hotspan.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.model.Document;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** What a reader sees of each kind of value. */
class ValueKindsTest {
    enum Colour {
        RED {
            @Override
            public String toString() {
                return "not my name";
            }
        }
    }

    record Point(int x, Double y, Point next) {}

    private record Hidden(String secret) {}

    record Nothing() {}

    public static class Person {
        public String getName() {
            return "Ada";
        }

        public boolean isKnown() {
            return true;
        }

        public String getURL() {
            return "u";
        }

        public String get() {
            return "no property";
        }

        public String getter() {
            return "no property";
        }

        public String getAt(final int index) {
            return "no property";
        }

        public static String getStatic() {
            return "no property";
        }

        public void getVoid() {}

        String getPackage() {
            return "not public";
        }
    }

    public static class Child extends Person {
        @Override
        public String getName() {
            return "Eve";
        }
    }

    static final class Struct {
        public final int b = 2;
        public final String a = "1";
        public static final int CONSTANT = 3;
        final int hidden = 4;

        int sum() {
            return b + hidden;
        }
    }

    static final class Speaking {
        @Override
        public String toString() {
            return "I speak";
        }
    }

    static final class Silent {}

    @Test
    void wholeNumbersAreLongs() {
        assertThat(RoundTrip.of((byte) -5)).isEqualTo(-5L);
        assertThat(RoundTrip.of((short) 500)).isEqualTo(500L);
        assertThat(RoundTrip.of(70_000)).isEqualTo(70_000L);
        assertThat(RoundTrip.of(Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void adaptableNumbersAreWhatTheyHold() {
        final LongAdder adder = new LongAdder();
        adder.add(7);
        final DoubleAdder doubles = new DoubleAdder();
        doubles.add(0.5);
        assertThat(RoundTrip.of(new AtomicInteger(5))).isEqualTo(5L);
        assertThat(RoundTrip.of(new AtomicLong(6))).isEqualTo(6L);
        assertThat(RoundTrip.of(adder)).isEqualTo(7L);
        assertThat(RoundTrip.of(doubles)).isEqualTo(0.5);
    }

    @Test
    void aFloatIsTheDoubleWithTheSameText() {
        assertThat(RoundTrip.of(0.1f)).isEqualTo(0.1);
    }

    @Test
    void numbersThatAreNoneAreTexts() {
        assertThat(RoundTrip.of(Double.NaN)).isEqualTo("NaN");
        assertThat(RoundTrip.of(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
        assertThat(RoundTrip.of(Float.POSITIVE_INFINITY)).isEqualTo("Infinity");
        assertThat(RoundTrip.of(Float.NaN)).isEqualTo("NaN");
    }

    @Test
    void negativeZeroKeepsItsSign() {
        assertThat(RoundTrip.of(-0.0)).isEqualTo(-0.0);
    }

    @Test
    void bigNumbersAreExact() {
        final BigInteger big = BigInteger.TEN.pow(40).add(BigInteger.ONE);
        assertThat(RoundTrip.of(big)).isEqualTo(big);
        assertThat(RoundTrip.of(big.negate())).isEqualTo(big.negate());
        assertThat(RoundTrip.of(new BigDecimal("1.10"))).isEqualTo(new BigDecimal("1.10"));
        assertThat(RoundTrip.of(new BigDecimal("1E+99999"))).isEqualTo(new BigDecimal("1E+99999"));
    }

    @Test
    void aBigIntegerThatFitsIsALong() {
        assertThat(RoundTrip.of(BigInteger.valueOf(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void aBigDecimalWithoutPointIsABigInteger() {
        assertThat(RoundTrip.of(new BigDecimal("12"))).isEqualTo(BigInteger.valueOf(12));
    }

    @Test
    void textsOfEveryClassAreStrings() {
        assertThat(RoundTrip.of("ä")).isEqualTo("ä");
        assertThat(RoundTrip.of('世')).isEqualTo("世");
        assertThat(RoundTrip.of(new StringBuilder("ab"))).isEqualTo("ab");
    }

    @Test
    void anUnpairedSurrogateBecomesTheReplacementCharacter() {
        assertThat(RoundTrip.of("a\uD800b")).isEqualTo("a\uFFFDb");
        assertThat(RoundTrip.of("a\uDC00")).isEqualTo("a\uFFFD");
        assertThat(RoundTrip.of("\uD83D\uDE00\uD83D")).isEqualTo("\uD83D\uDE00\uFFFD");
    }

    @Test
    void anEnumIsItsName() {
        assertThat(RoundTrip.of(Colour.RED)).isEqualTo("RED");
    }

    @Test
    void arraysAreLists() {
        assertThat(RoundTrip.of(new int[] {1, -2})).isEqualTo(List.of(1L, -2L));
        assertThat(RoundTrip.of(new long[] {1L << 40})).isEqualTo(List.of(1L << 40));
        assertThat(RoundTrip.of(new short[] {3})).isEqualTo(List.of(3L));
        assertThat(RoundTrip.of(new char[] {'a', '世'})).isEqualTo(List.of("a", "世"));
        assertThat(RoundTrip.of(new boolean[] {true})).isEqualTo(List.of(true));
        assertThat(RoundTrip.of(new double[] {0.5, Double.NaN})).isEqualTo(List.of(0.5, "NaN"));
        assertThat(RoundTrip.of(new float[] {0.1f})).isEqualTo(List.of(0.1));
        assertThat(RoundTrip.of(new Object[] {"a", null})).isEqualTo(Arrays.asList("a", null));
        assertThat(RoundTrip.of(new int[][] {{1}, {}})).isEqualTo(List.of(List.of(1L), List.of()));
    }

    @Test
    void bytesAreBytes() {
        assertThat(RoundTrip.of(new byte[] {1, 2})).isEqualTo(new byte[] {1, 2});
    }

    @Test
    void aByteBufferIsItsRemainingBytesAndStaysAsItIs() {
        final ByteBuffer buffer = ByteBuffer.allocateDirect(8).put(1, (byte) 7);
        buffer.position(1).limit(3);
        assertThat(RoundTrip.of(buffer)).isEqualTo(new byte[] {7, 0});
        assertThat(buffer.position()).isEqualTo(1);
    }

    @Test
    void collectionsAndIterablesAreLists() {
        final Iterable<Integer> iterable = new IterableOfTwo();
        assertThat(RoundTrip.of(new LinkedHashSet<>(List.of("b", "a"))))
                .isEqualTo(List.of("b", "a"));
        assertThat(RoundTrip.of(new ArrayDeque<>(List.of(1)))).isEqualTo(List.of(1L));
        assertThat(RoundTrip.of(new CopyOnWriteArrayList<>(List.of(1)))).isEqualTo(List.of(1L));
        assertThat(RoundTrip.of(Collections.unmodifiableList(Arrays.asList(1, null))))
                .isEqualTo(Arrays.asList(1L, null));
        assertThat(RoundTrip.of(iterable)).isEqualTo(List.of(1L, 2L));
    }

    @Test
    void mapsOfEveryClassAreMaps() {
        assertThat(RoundTrip.of(Map.of("a", 1))).isEqualTo(Map.of("a", 1L));
        assertThat(RoundTrip.of(Map.of("a", 1, "b", 2))).isEqualTo(Map.of("a", 1L, "b", 2L));
        assertThat(RoundTrip.of(new TreeMap<>(Map.of("a", 1)))).isEqualTo(Map.of("a", 1L));
        assertThat(RoundTrip.of(new ConcurrentHashMap<>(Map.of("a", 1))))
                .isEqualTo(Map.of("a", 1L));
    }

    @Test
    void aNullValueKeepsItsKeyAndKeysKeepTheirOrder() {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", null);
        map.put("a", 1L);
        assertThat((Map<?, ?>) RoundTrip.of(map))
                .isEqualTo(map)
                .extracting(Map::keySet)
                .asString()
                .isEqualTo("[z, a]");
    }

    @Test
    void keysOfEveryClassAreTexts() {
        final Map<Object, Object> map = new LinkedHashMap<>();
        map.put(null, 1L);
        map.put(2, 2L);
        map.put(Colour.RED, 3L);
        map.put(String.class, 4L);
        map.put(Instant.EPOCH, 5L);
        map.put("世", 6L);
        map.put("k".repeat(100), 7L);
        assertThat(RoundTrip.of(map))
                .hasToString(
                        "{null=1, 2=2, RED=3, java.lang.String=4, 1970-01-01T00:00:00Z=5, 世=6, "
                                + "k".repeat(100)
                                + "=7}");
    }

    @Test
    void anEntryIsAMapOfOne() {
        assertThat(RoundTrip.of(Map.entry("a", 1))).isEqualTo(Map.of("a", 1L));
    }

    @Test
    void aRecordIsAMapOfItsComponentsInOrder() {
        assertThat(RoundTrip.of(new Point(1, null, new Point(2, 0.5, null))))
                .hasToString("{x=1, y=null, next={x=2, y=0.5, next=null}}");
    }

    @Test
    void aPrivateRecordIsReadToo() {
        assertThat(RoundTrip.of(new Hidden("s"))).isEqualTo(Map.of("secret", "s"));
    }

    @Test
    void aRecordWithoutComponentsIsAnEmptyMap() {
        assertThat(RoundTrip.of(new Nothing())).isEqualTo(Map.of());
    }

    @Test
    void aDocumentHasTheNamesOfTheReferenceAndKeepsANullId() {
        assertThat(RoundTrip.of(new Document("text", Map.of("doc_uri", "u"))))
                .hasToString("{page_content=text, metadata={doc_uri=u}, id=null}");
    }

    @Test
    void aBeanIsAMapOfWhatItsPublicAccessorsGive() {
        assertThat(RoundTrip.of(new Person())).hasToString("{URL=u, known=true, name=Ada}");
        assertThat(RoundTrip.of(new Child())).hasToString("{URL=u, known=true, name=Eve}");
    }

    @Test
    void anObjectWithoutAccessorsIsAMapOfItsPublicFields() {
        assertThat(new Struct().sum()).isEqualTo(6);
        assertThat(RoundTrip.of(new Struct())).hasToString("{a=1, b=2}");
    }

    @Test
    void anObjectWithNeitherIsItsText() {
        assertThat(RoundTrip.of(new Speaking())).isEqualTo("I speak");
    }

    @Test
    void anObjectWithoutATextOfItsOwnIsTheNameOfItsClass() {
        assertThat(RoundTrip.of(new Silent())).isEqualTo("<" + Silent.class.getName() + ">");
        assertThat(RoundTrip.of(new Object())).isEqualTo("<java.lang.Object>");
    }

    @Test
    void optionalsAreWhatTheyHold() {
        assertThat(RoundTrip.of(Optional.of(List.of(1)))).isEqualTo(List.of(1L));
        assertThat(RoundTrip.of(Optional.empty())).isNull();
        assertThat(RoundTrip.of(OptionalInt.of(1))).isEqualTo(1L);
        assertThat(RoundTrip.of(OptionalInt.empty())).isNull();
        assertThat(RoundTrip.of(OptionalLong.of(2))).isEqualTo(2L);
        assertThat(RoundTrip.of(OptionalDouble.of(0.5))).isEqualTo(0.5);
    }

    @Test
    void atomicsAreWhatTheyHold() {
        assertThat(RoundTrip.of(new AtomicBoolean(true))).isEqualTo(true);
        assertThat(RoundTrip.of(new AtomicReference<>("a"))).isEqualTo("a");
        assertThat(RoundTrip.of(new AtomicReference<>())).isNull();
        assertThat(RoundTrip.of(new AtomicIntegerArray(new int[] {1}))).isEqualTo(List.of(1L));
        assertThat(RoundTrip.of(new AtomicLongArray(new long[] {2}))).isEqualTo(List.of(2L));
        assertThat(RoundTrip.of(new AtomicReferenceArray<>(new String[] {"a", null})))
                .isEqualTo(Arrays.asList("a", null));
    }

    @Test
    void timesAreIsoTexts() {
        final GregorianCalendar calendar =
                new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(1_000);
        assertThat(RoundTrip.of(Instant.ofEpochSecond(1))).isEqualTo("1970-01-01T00:00:01Z");
        assertThat(RoundTrip.of(LocalDate.of(2025, 1, 2))).isEqualTo("2025-01-02");
        assertThat(RoundTrip.of(Duration.ofSeconds(90))).isEqualTo("PT1M30S");
        assertThat(RoundTrip.of(new Date(1_500))).isEqualTo("1970-01-01T00:00:01.500Z");
        assertThat(RoundTrip.of(calendar)).isEqualTo("1970-01-01T00:00:01Z");
    }

    @Test
    void namesOfThingsAreTexts() {
        assertThat(RoundTrip.of(new UUID(1, 2))).isEqualTo("00000000-0000-0001-0000-000000000002");
        assertThat(RoundTrip.of(URI.create("http://a/b"))).isEqualTo("http://a/b");
        assertThat(RoundTrip.of(Path.of("a", "b"))).isEqualTo(Path.of("a", "b").toString());
        assertThat(RoundTrip.of(new File("f"))).isEqualTo("f");
        assertThat(RoundTrip.of(int[].class)).isEqualTo("[I");
        assertThat(RoundTrip.of(Locale.GERMANY)).isEqualTo("de_DE");
    }

    @Test
    void aThrowableIsItsTypeAndMessage() {
        assertThat(RoundTrip.of(new IllegalStateException("why")))
                .hasToString("{type=java.lang.IllegalStateException, message=why}");
        assertThat(RoundTrip.of(new Exception()))
                .hasToString("{type=java.lang.Exception, message=null}");
    }

    @Test
    void noneOfTheseCountsAsCut() {
        assertThat(RoundTrip.cutCountOf(List.of(new Person(), new Point(1, 2.0, null), 1.5f)))
                .isZero();
    }

    private static final class IterableOfTwo implements Iterable<Integer> {
        @Override
        public java.util.Iterator<Integer> iterator() {
            return List.of(1, 2).iterator();
        }
    }
}
