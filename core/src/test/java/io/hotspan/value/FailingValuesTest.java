package io.hotspan.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values whose own code fails: each failure costs no more than the part that failed. */
class FailingValuesTest {
    /** Throws anything, as if it were unchecked. */
    @SuppressWarnings("unchecked")
    static <T extends Throwable> void sneak(final Throwable throwable) throws T {
        throw (T) throwable;
    }

    static final class BadText {
        private final Throwable throwable;

        BadText(final Throwable throwable) {
            this.throwable = throwable;
        }

        @Override
        public String toString() {
            FailingValuesTest.<RuntimeException>sneak(throwable);
            return "";
        }
    }

    public static final class BadBean {
        public String getGood() {
            return "good";
        }

        public String getBad() {
            throw new IllegalStateException("bad");
        }
    }

    static final class NullText {
        @Override
        public String toString() {
            return null;
        }
    }

    static final class Runaway {
        @Override
        public String toString() {
            return "x" + this;
        }
    }

    @Test
    void aTextThatThrowsIsMarked() {
        assertThat(RoundTrip.of(List.of(new BadText(new IllegalStateException("no")), 1)))
                .isEqualTo(
                        List.of(
                                "<failed: java.lang.IllegalStateException in "
                                        + BadText.class.getName()
                                        + ">",
                                1L));
    }

    @Test
    void aTextThatThrowsAnErrorIsMarked() {
        for (final Throwable t :
                List.of(
                        new AssertionError("no"),
                        new OutOfMemoryError("no"),
                        new StackOverflowError("no"),
                        new InternalError("no"),
                        new Exception("sneaked"))) {
            assertThat(RoundTrip.of(new BadText(t)))
                    .isEqualTo(
                            "<failed: "
                                    + t.getClass().getName()
                                    + " in "
                                    + BadText.class.getName()
                                    + ">");
        }
    }

    @Test
    void anInterruptThatATextSwallowsIsKept() {
        RoundTrip.of(new BadText(new InterruptedException("no")));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aTextWithoutEndIsMarked() {
        assertThat(RoundTrip.of(List.of(new Runaway(), 1)))
                .isEqualTo(
                        List.of(
                                "<failed: java.lang.StackOverflowError in "
                                        + Runaway.class.getName()
                                        + ">",
                                1L));
    }

    @Test
    void aTextThatIsNullIsNull() {
        assertThat(RoundTrip.of(new NullText())).isNull();
    }

    @Test
    void aKeyThatThrowsIsMarkedAndItsValueKept() {
        final Map<Object, Object> map = new HashMap<>();
        map.put(new BadText(new IllegalStateException("no")), 1);
        assertThat(RoundTrip.of(map))
                .isEqualTo(
                        Map.of(
                                "<failed: java.lang.IllegalStateException in "
                                        + BadText.class.getName()
                                        + ">",
                                1L));
    }

    @Test
    void anAccessorThatThrowsCostsOnlyItself() {
        assertThat(RoundTrip.of(new BadBean()))
                .hasToString(
                        "{bad=<failed: java.lang.IllegalStateException in "
                                + BadBean.class.getName()
                                + ">, good=good}");
        assertThat(RoundTrip.cutCountOf(new BadBean())).isEqualTo(1);
    }

    @Test
    void aMessageThatThrowsCostsOnlyItself() {
        final Exception exception =
                new Exception("m") {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String getMessage() {
                        throw new IllegalStateException("no");
                    }
                };
        assertThat(RoundTrip.of(exception)).asString().contains("type=").contains("<failed: ");
    }

    @Test
    void anEncoderStaysUsableAfterEachOfThem() {
        final ValueEncoder encoder = new ValueEncoder();
        for (final Object bad : Arrays.asList(new Runaway(), new BadBean(), new NullText())) {
            encoder.encode(List.of(bad));
            assertThat(RoundTrip.decode(encoder, Map.of("a", List.of(1))))
                    .isEqualTo(Map.of("a", List.of(1L)));
            assertThat(encoder.lastCutCount()).isZero();
        }
    }
}
