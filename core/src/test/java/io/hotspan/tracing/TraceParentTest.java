package io.hotspan.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.recording.SpanContext;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The header as W3C Trace Context has it. */
class TraceParentTest {
    /** The example of the specification. */
    private static final String EXAMPLE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void theExampleOfTheSpecificationIsRead() {
        assertThat(TraceParent.parse(EXAMPLE, "rojo=00f067aa0ba902b7"))
                .isEqualTo(
                        SpanContext.remote(
                                0x4bf92f3577b34da6L,
                                0xa3ce929d0e0e4736L,
                                0x00f067aa0ba902b7L,
                                true,
                                "rojo=00f067aa0ba902b7"));
    }

    @ParameterizedTest
    @CsvSource({"00, false", "01, true", "02, false", "03, true", "fe, false", "ff, true"})
    void ofTheFlagsOnlyTheLowestIsRead(final String flags, final boolean sampled) {
        assertThat(TraceParent.parse(EXAMPLE.substring(0, 53) + flags, null).sampled())
                .isEqualTo(sampled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-the-future-brings",
                " 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 "
            })
    void theKnownFieldsOfALaterVersionAreRead(final String header) {
        assertThat(TraceParent.parse(header, null).spanId()).isEqualTo(0x00f067aa0ba902b7L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01x",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.more",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "0g-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00F067AA0BA902B7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473-600f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473.-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0x",
                "00_4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7_01"
            })
    void whatTheSpecificationForbidsIsRefused(final String header) {
        assertThat(TraceParent.parse(header, null)).isNull();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsRead(
            @ForAll final long traceHigh,
            @ForAll final long traceLow,
            @ForAll final long spanId,
            @ForAll final boolean sampled) {
        Assume.that((traceHigh | traceLow) != 0 && spanId != 0);
        final SpanContext context = SpanContext.remote(traceHigh, traceLow, spanId, sampled, "");

        assertThat(TraceParent.parse(TraceParent.format(context), null)).isEqualTo(context);
    }

    @Property(tries = 2000)
    void noTextIsTooMuch(@ForAll final String text) {
        assertThat(TraceParent.parse(text, text)).isNull();
    }
}
