package io.hotspan.cli;

import io.hotspan.replay.Follow;
import io.hotspan.replay.TraceSummary;
import io.hotspan.trace.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Writes traces as they end, until nobody reads them any more or the process is stopped. */
final class FollowedTraces {
    private static final long POLL_INTERVAL_MILLIS = 200;

    private final Output output;
    private final StopSignal stop;
    private final JournalArgument journal;
    private final DamageNotes notes;
    private final Predicate<Trace> wanted;
    private final int limit;
    private final boolean isJson;
    private final TraceLines lines;

    /**
     * @param wanted which traces are written; a trace that comes in parts is judged by each
     * @param limit how many of the traces that ended before are written
     */
    FollowedTraces(
            final Output output,
            final StopSignal stop,
            final JournalArgument journal,
            final DamageNotes notes,
            final Predicate<Trace> wanted,
            final int limit,
            final boolean isJson) {
        this.output = output;
        this.stop = stop;
        this.journal = journal;
        this.notes = notes;
        this.wanted = wanted;
        this.limit = limit;
        this.isJson = isJson;
        lines = new TraceLines(output);
    }

    void run() {
        try (Follow follow = journal.open(notes).follow()) {
            writeFirst(latest(follow));
            while (isRead() && !stop.isRequestedWithin(POLL_INTERVAL_MILLIS)) {
                follow.poll(this::writeIfWanted);
            }
        } finally {
            stop.end();
        }
    }

    /** The traces that ended last, in the order in which they did. */
    private List<TraceSummary> latest(final Follow follow) {
        final ArrayDeque<TraceSummary> latest = new ArrayDeque<>();
        follow.poll(
                trace -> {
                    if (!wanted.test(trace)) {
                        return;
                    }
                    if (latest.size() == limit) {
                        latest.removeFirst();
                    }
                    latest.addLast(TraceSummary.of(trace));
                });
        return new ArrayList<>(latest);
    }

    private void writeFirst(final List<TraceSummary> traces) {
        if (isJson) {
            traces.forEach(this::write);
        } else {
            lines.writeTable(traces);
        }
    }

    private void writeIfWanted(final Trace trace) {
        if (wanted.test(trace)) {
            write(TraceSummary.of(trace));
        }
    }

    private void write(final TraceSummary trace) {
        if (isJson) {
            output.line(TraceJson.of(trace));
        } else {
            lines.writeLine(trace);
        }
    }

    /** Hands on what was written, and finds out whether there is still somebody to read it. */
    private boolean isRead() {
        notes.report(journal);
        return !output.out().checkError(); // which flushes
    }
}
