package io.hotspan.trace;

import static io.hotspan.trace.TestSpans.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.model.SpanEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanDataTest {
    @Test
    void theLastWriteWinsInThePlaceOfTheFirst() {
        final SpanData span =
                span(1, 0, "a")
                        .attribute("k", 1L)
                        .attribute("other", null)
                        .attribute("k", 2L)
                        .inputs(1L)
                        .inputs(null)
                        .build();

        assertThat(span.attributes().toString()).isEqualTo("{k=2, other=null}");
        assertThat(span.hasInputs()).isTrue();
        assertThat(span.inputs()).isNull();
    }

    @Test
    void manyAttributesKeepTheirOrderAndTheirLastValue() {
        final SpanDataBuilder builder = span(1, 0, "a");
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 1_000; i++) {
                builder.attribute("k" + i, (long) i + round);
            }
        }
        final Map<String, Object> attributes = builder.build().attributes();

        assertThat(attributes).hasSize(1_000).containsEntry("k999", 1_000L);
        assertThat(List.copyOf(attributes.keySet()).get(500)).isEqualTo("k500");
    }

    @Test
    void attributesCannotBeChanged() {
        final Map<String, Object> attributes =
                span(1, 0, "a").attribute("k", 1L).build().attributes();

        assertThatThrownBy(() -> attributes.put("x", 1L))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> attributes.remove("k"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aBuilderMayBeUsedOn() {
        final SpanDataBuilder builder =
                span(1, 0, "a").attribute("k", 1L).event(SpanEvent.at("e", 1, Map.of()));
        final SpanData before = builder.build();

        builder.attribute("k", 2L).attribute("l", 3L).event(SpanEvent.at("f", 2, Map.of()));

        assertThat(before.attributes()).isEqualTo(Map.of("k", 1L));
        assertThat(before.events()).hasSize(1);
    }

    @Test
    void reservedKeysAreNoAttributes() {
        final SpanData span =
                span(1, 0, "a")
                        .attribute("mlflow.spanType", "TOOL")
                        .attribute("mlflow.spanInputs", 1L)
                        .attribute("mlflow.spanOutputs", null)
                        .attribute("mlflow.traceRequestId", "tr-1")
                        .attribute("mlflow.other", true)
                        .build();

        assertThat(span.type()).isEqualTo("TOOL");
        assertThat(span.inputs()).isEqualTo(1L);
        assertThat(span.hasOutputs()).isTrue();
        assertThat(span.attributes()).isEqualTo(Map.of("mlflow.other", true));
    }

    @Test
    void theLogLevelFollowsFromTypeAndExceptions() {
        assertThat(span(1, 0, "a").build().logLevel()).isEqualTo(10L);
        assertThat(span(1, 0, "a").type("RETRIEVER").build().logLevel()).isEqualTo(20L);
        assertThat(span(1, 0, "a").event(SpanEvent.at("exception", 1, Map.of())).build().logLevel())
                .isEqualTo(40L);
    }

    @Test
    void aGivenLogLevelIsKeptWhereItSaysAnythingNew() {
        final SpanData other = span(1, 0, "a").attribute("mlflow.spanLogLevel", 50L).build();
        final SpanData same = span(1, 0, "a").attribute("mlflow.spanLogLevel", 10L).build();

        assertThat(other.logLevel()).isEqualTo(50L);
        assertThat(other.attributes()).containsEntry("mlflow.spanLogLevel", 50L);
        assertThat(same.attributes()).isEmpty();
    }

    @Test
    void aSpanNeedsAnId() {
        assertThatThrownBy(() -> SpanData.builder().name("nameless").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("spanId=0")
                .hasMessageContaining("nameless");
    }

    @Test
    void idsAreShownAsHex() {
        final SpanData span = span(0xfe6098651c5b4eacL, 7, "a").build();

        assertThat(span.traceId()).isEqualTo("tr-66aa81ba5c65ab67304427ca1f198354");
        assertThat(span.spanId()).isEqualTo("fe6098651c5b4eac");
        assertThat(span.parentSpanId()).isEqualTo("0000000000000007");
    }

    @Test
    void equalityLooksAtValuesByTheirJson() {
        assertThat(span(1, 0, "a").inputs(new byte[] {1, 2, 3}).attribute("k", 1).build())
                .isEqualTo(span(1, 0, "a").inputs("AQID").attribute("k", 1L).build());
        assertThat(span(1, 0, "a").inputs(null).build()).isNotEqualTo(span(1, 0, "a").build());
        assertThat(span(1, 0, "a").threadName("t").build()).isEqualTo(span(1, 0, "a").build());
        assertThat(span(1, 0, "a").droppedRecords(1).build()).isNotEqualTo(span(1, 0, "a").build());
    }
}
