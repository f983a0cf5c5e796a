package io.hotspan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.JournalFixture;
import io.hotspan.trace.Trace;
import io.hotspan.tracing.Context;
import io.hotspan.tracing.Scope;
import io.hotspan.tracing.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Context goes to other processes as W3C Trace Context has it. */
class TraceParentContractTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";

    @RegisterExtension final JournalFixture journal = new JournalFixture();

    private Context extract(final String traceParent, final String traceState) {
        final Map<String, String> headers = new HashMap<>();
        headers.put("traceparent", traceParent);
        headers.put("tracestate", traceState);
        return journal.tracer().extract(headers, Map::get);
    }

    private Map<String, String> injected() {
        final Map<String, String> headers = new HashMap<>();
        journal.tracer().inject(headers, Map::put);
        return headers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "03", "ff", "09"})
    void aRemoteParentIsTakenOverWhateverOtherFlagsAreSet(final String flags) {
        final Context remote = extract("00-" + TRACE + "-" + PARENT + "-" + flags, null);
        journal.tracer().spanBuilder("server").parent(remote).start().close();

        final Trace trace = journal.replayed("tr-" + TRACE);
        assertThat(trace.root().name()).isEqualTo("server");
        assertThat(trace.root().parentSpanId()).isEqualTo(PARENT);
    }

    @Test
    void aRemoteParentMayBeMadeCurrent() {
        try (Scope scope = extract("00-" + TRACE + "-" + PARENT + "-01", "").makeCurrent()) {
            journal.tracer().startSpan("server").close();
            journal.tracer().trace("second entry", span -> {});
        }

        assertThat(journal.replayed("tr-" + TRACE).spans())
                .hasSize(2)
                .allMatch(span -> span.parentSpanId().equals(PARENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-" + TRACE + "-" + PARENT,
                "00-" + TRACE + "-" + PARENT + "-0g",
                "00-" + TRACE + "-" + PARENT + "-01-more",
                "00-00000000000000000000000000000000-" + PARENT + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "ff-" + TRACE + "-" + PARENT + "-01",
                "00-0AF7651916CD43DD8448EB211C80319C-" + PARENT + "-01"
            })
    void aMalformedHeaderStartsANewTraceAndIsCounted(final String header) {
        final Context remote = extract(header, "a=b");
        journal.tracer().spanBuilder("server").parent(remote).start().close();

        assertThat(journal.replayed().root().parentSpanId()).isNull();
        assertThat(journal.replayed().traceId()).isNotEqualTo("tr-" + TRACE);
        assertThat(journal.tracer().malformedHeaders()).isEqualTo(1);
    }

    @Test
    void withoutAHeaderANewTraceStartsAndNothingIsCounted() {
        final Context none = journal.tracer().extract(Map.<String, String>of(), Map::get);
        journal.tracer().spanBuilder("server").parent(none).start().close();

        assertThat(journal.replayed().root().parentSpanId()).isNull();
        assertThat(journal.tracer().malformedHeaders()).isZero();
    }

    @Test
    void whatIsInjectedNamesTheCurrentSpanAndKeepsTheTraceState() {
        final Context remote = extract("00-" + TRACE + "-" + PARENT + "-03", "vendor=a,other=b");
        try (Span server = journal.tracer().spanBuilder("server").parent(remote).start();
                Span client = journal.tracer().startSpan("client")) {
            assertThat(injected())
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of(
                                    "traceparent",
                                    "00-" + TRACE + "-" + client.spanId() + "-01",
                                    "tracestate",
                                    "vendor=a,other=b"));
        }

        assertThat(journal.replayed("tr-" + TRACE).spans()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("malformedTraceStates")
    void aMalformedTraceStateIsNotPassedOnAndTheTraceGoesOn(final String traceState) {
        final Context remote = extract("00-" + TRACE + "-" + PARENT + "-01", traceState);
        try (Span server = journal.tracer().spanBuilder("server").parent(remote).start()) {
            assertThat(injected()).containsOnlyKeys("traceparent");
        }

        assertThat(journal.replayed("tr-" + TRACE).root().parentSpanId()).isEqualTo(PARENT);
    }

    static Stream<String> malformedTraceStates() {
        return Stream.of(
                " ",
                "a=b\r\nX-Other: 1",
                "a=ü",
                "a=b,".repeat(32) + "a=b",
                "a=" + "b".repeat(17_000));
    }

    @Test
    void theLongestTraceStateOfTheSpecificationIsPassedOn() {
        final String member = "k".repeat(256) + "=" + "v".repeat(256);
        final String traceState = (member + ",").repeat(31) + member;
        final Context remote = extract("00-" + TRACE + "-" + PARENT + "-01", traceState);
        try (Span server = journal.tracer().spanBuilder("server").parent(remote).start()) {
            assertThat(injected()).containsEntry("tracestate", traceState);
        }
    }

    @Test
    void whereNoSpanIsOpenNothingIsInjected() {
        assertThat(injected()).isEmpty();
    }

    @Test
    void aTraceOverTwoServicesOfOneJournalIsOneTrace() {
        try (Span client = journal.tracer().startSpan("client")) {
            final Map<String, String> request = injected();
            final Context remote = journal.tracer().extract(request, Map::get);
            journal.tracer().spanBuilder("server").parent(remote).startDetached().close();
        }

        assertThat(journal.replayedTree()).isEqualTo("client OK\n  server OK\n");
    }

    @Test
    void aDecisionNotToSampleIsObeyedAndPassedOn() {
        final Context remote = extract("00-" + TRACE + "-" + PARENT + "-02", "");
        try (Span server = journal.tracer().spanBuilder("server").parent(remote).start();
                Span inner = journal.tracer().startSpan("inner")) {
            assertThat(inner.isRecording()).isFalse();
            assertThat(injected().get("traceparent")).startsWith("00-" + TRACE).endsWith("-00");
        }

        assertThat(journal.replayedAll()).isEmpty();
    }
}
