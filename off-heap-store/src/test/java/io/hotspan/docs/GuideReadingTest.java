package io.hotspan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.Hotspan;
import io.hotspan.JournalFixture;
import io.hotspan.model.SpanType;
import io.hotspan.replay.Replay;
import io.hotspan.replay.TraceSummary;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.SpanQuery;
import io.hotspan.trace.Trace;
import io.hotspan.trace.TraceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The guide's examples of reading: each region stands in docs/guide.md, and runs here. */
class GuideReadingTest {
    @RegisterExtension final JournalFixture journal = new JournalFixture();

    private Hotspan hotspan;

    @BeforeEach
    void record() {
        hotspan = journal.hotspan();
        hotspan.tracer()
                .trace(
                        "answer",
                        SpanType.CHAIN,
                        answer -> {
                            hotspan.tracer()
                                    .trace(
                                            "retrieve docs",
                                            SpanType.RETRIEVER,
                                            retrieve -> {
                                                hotspan.tracer()
                                                        .currentTrace()
                                                        .setTag("app.version", "2.1");
                                            });
                        });
    }

    @Test
    void theLastTraceIsReadBack() {
        // @start region=last-trace
        hotspan.flush(); // else it takes some milliseconds
        Trace trace = hotspan.traces().get(hotspan.lastTraceId().orElseThrow()).orElseThrow();
        for (SpanData span : trace.spans()) {
            System.out.println(
                    span.name() + " " + span.status().code() + " " + span.durationNanos());
        }
        // @end

        assertThat(TraceTree.compact(trace)).isEqualTo("answer OK\n  retrieve docs OK\n");
    }

    @Test
    void aJournalIsReadByAnotherProcess() {
        hotspan.flush();
        final Path directory = journal.directory();
        final List<Trace> traces = new ArrayList<>();
        // @start region=replay
        Replay replay = new Replay(directory);
        List<TraceSummary> newest = replay.newest(10);
        replay.forEachTrace(trace -> traces.add(trace));
        // @end

        assertThat(newest).extracting(TraceSummary::rootName).containsExactly("answer");
        assertThat(traces).hasSize(1);
    }

    @Test
    void spansAreSearched() {
        final Trace trace = journal.replayed();
        // @start region=search-spans
        List<SpanData> retrievals =
                trace.searchSpans(
                        SpanQuery.builder()
                                .type(SpanType.RETRIEVER)
                                .name(Pattern.compile("docs$"))
                                .build());
        // @end

        assertThat(retrievals).extracting(SpanData::name).containsExactly("retrieve docs");
    }

    @Test
    void tracesAreSearched() {
        hotspan.flush();
        // @start region=search
        List<Trace> found =
                hotspan.traces()
                        .search(
                                "trace.status = 'OK' AND span.type = 'RETRIEVER'"
                                        + " AND tag.`app.version` LIKE '2.%'");
        // @end

        assertThat(found).hasSize(1);
    }

    @Test
    void jsonIsWrittenAndReadBack() {
        final Trace trace = journal.replayed();
        // @start region=json
        String json = trace.toJson();
        Trace same = Trace.fromJson(json); // equals trace
        // @end

        assertThat(same).isEqualTo(trace);
    }
}
