package io.hotspan.trace;

import static io.hotspan.trace.TestSpans.span;
import static io.hotspan.trace.TestSpans.trace;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenUsageTest {
    @Test
    void withoutUsageNothingIsSaid() {
        assertThat(usageOf(trace(span(1, 0, "r").attribute(TraceKeys.CHAT_TOKEN_USAGE, "many"))))
                .isNull();
    }

    @Test
    void aSpanThatCarriesUsageSpeaksForItsDescendants() {
        final Trace trace =
                trace(
                        span(1, 0, "root"),
                        usage(span(2, 1, "agent"), 10, 1),
                        span(3, 2, "step"),
                        usage(span(4, 3, "llm"), 100, 100),
                        usage(span(5, 1, "llm"), 5, 2));

        assertThat(usageOf(trace))
                .isEqualTo("{\"input_tokens\": 15, \"output_tokens\": 3, \"total_tokens\": 18}");
    }

    @Test
    void partsThatAreNoNumbersCountAsZero() {
        final Map<String, Object> odd = Map.of("input_tokens", "7", "output_tokens", 2.5);

        assertThat(usageOf(trace(span(1, 0, "r").attribute(TraceKeys.CHAT_TOKEN_USAGE, odd))))
                .isEqualTo("{\"input_tokens\": 0, \"output_tokens\": 2.5, \"total_tokens\": 0}");
    }

    @Test
    void sumsBeyondALongAreExact() {
        final Trace trace =
                trace(
                        span(1, 0, "root"),
                        usage(span(2, 1, "llm"), Long.MAX_VALUE, 1),
                        usage(span(3, 1, "llm"), 1, 1));

        assertThat(usageOf(trace)).startsWith("{\"input_tokens\": 9223372036854775808,");
    }

    @Test
    void parentsInACircleCountForNothing() {
        final Trace trace =
                trace(
                        usage(span(1, 0, "root"), 1, 1),
                        usage(span(2, 3, "a"), 5, 5),
                        usage(span(3, 2, "b"), 5, 5));

        assertThat(usageOf(trace)).startsWith("{\"input_tokens\": 1,");
    }

    private static SpanDataBuilder usage(
            final SpanDataBuilder span, final long input, final long output) {
        return span.attribute(
                TraceKeys.CHAT_TOKEN_USAGE,
                Map.of(
                        "input_tokens", input,
                        "output_tokens", output,
                        "total_tokens", input + output));
    }

    private static String usageOf(final Trace trace) {
        return trace.info().metadata().get(TraceKeys.TRACE_TOKEN_USAGE);
    }
}
