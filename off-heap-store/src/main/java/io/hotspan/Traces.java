package io.hotspan;

import io.hotspan.model.TraceId;
import io.hotspan.replay.JournalStatistics;
import io.hotspan.replay.Replay;
import io.hotspan.replay.TraceSummary;
import io.hotspan.search.TraceFilter;
import io.hotspan.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The traces of a journal. Each method reads the journal anew, up to where it ends at that moment:
 * what was flushed before is seen. Safe for any thread.
 */
public final class Traces {
    private final Replay replay;

    Traces(final Replay replay) {
        this.replay = replay;
    }

    /**
     * One trace with all its spans, those that have not ended included.
     *
     * <p>Source: {@code mlflow.get_trace}.
     *
     * @param id {@code tr-} and 32 hex digits
     * @return empty if nothing of it is in the journal
     * @throws IllegalArgumentException if the text is no trace id
     */
    public Optional<Trace> get(final String id) {
        return get(TraceId.parse(id));
    }

    /** As {@link #get(String)}. */
    public Optional<Trace> get(final TraceId id) {
        return replay.find(id);
    }

    /** The newest traces, newest first. */
    public List<TraceSummary> newest(final int limit) {
        return replay.newest(limit);
    }

    /**
     * The traces that match a filter, newest first, such as {@code span.type = 'RETRIEVER' AND
     * trace.execution_time_ms > 100}. The language is that of {@link TraceFilter}.
     *
     * {@snippet class=io.hotspan.docs.GuideReadingTest region=search}
     *
     * <p>Source: {@code mlflow.search_traces(filter_string=…)}.
     *
     * @param filter not null; a blank one finds every trace
     * @throws io.hotspan.search.FilterSyntaxException if it cannot be understood; the message says
     *     where, and what was expected
     */
    public List<Trace> search(final String filter) {
        return search(filter, Integer.MAX_VALUE);
    }

    /**
     * As {@link #search(String)}, the newest of them.
     *
     * @param limit how many at most; not negative
     */
    public List<Trace> search(final String filter, final int limit) {
        return replay.search(TraceFilter.parse(filter), limit);
    }

    /** Hands out every trace; see {@link Replay#forEachTrace}. */
    public void forEach(final Consumer<Trace> consumer) {
        replay.forEachTrace(consumer);
    }

    /** The journal in numbers. */
    public JournalStatistics statistics() {
        return replay.statistics();
    }
}
