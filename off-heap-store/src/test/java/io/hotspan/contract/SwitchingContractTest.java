package io.hotspan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.JournalFixture;
import io.hotspan.trace.SpanData;
import io.hotspan.tracing.Context;
import io.hotspan.tracing.Span;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Recording is switched on and off while the program runs. */
class SwitchingContractTest {
    @RegisterExtension final JournalFixture journal = new JournalFixture();

    @Test
    void switchedOffNothingIsRecordedAndEverythingWorks() {
        journal.hotspan().setEnabled(false);

        final String result =
                journal.tracer()
                        .trace(
                                "root",
                                "CHAIN",
                                root -> {
                                    root.setInputs(1).addEvent("event");
                                    journal.tracer().currentTrace().setTag("k", "v");
                                    journal.tracer().startDetachedSpan("detached").end();
                                    return "value";
                                });

        assertThat(result).isEqualTo("value");
        assertThat(journal.replayedAll()).isEmpty();
        assertThat(journal.hotspan().lastTraceId()).isEmpty();
    }

    @Test
    void aTraceThatHasBegunIsRecordedToItsEndWhenRecordingIsSwitchedOff() {
        try (Span root = journal.tracer().startSpan("root")) {
            journal.hotspan().setEnabled(false);
            journal.tracer().startSpan("child").setAttribute("k", 1).close();
        }
        journal.tracer().startSpan("not recorded").close();

        assertThat(journal.replayedTree()).isEqualTo("root OK\n  child OK\n");
        assertThat(journal.replayedSpan("child").attributes()).containsEntry("k", 1L);
    }

    @Test
    void aTraceThatBeganWhileRecordingWasOffStaysSilentToItsEnd() {
        journal.hotspan().setEnabled(false);
        try (Span root = journal.tracer().startSpan("root")) {
            journal.hotspan().setEnabled(true);
            journal.tracer().startSpan("child").close();
        }
        journal.tracer().startSpan("recorded").close();

        assertThat(journal.replayed().spans())
                .extracting(SpanData::name)
                .containsExactly("recorded");
    }

    @Test
    void aRemoteTraceIsANewTraceHere() {
        journal.hotspan().setEnabled(false);
        final Context remote =
                journal.tracer()
                        .extract(
                                Map.of(
                                        "traceparent",
                                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
                                Map::get);
        journal.tracer().spanBuilder("server").parent(remote).start().close();

        assertThat(journal.replayedAll()).isEmpty();
    }
}
