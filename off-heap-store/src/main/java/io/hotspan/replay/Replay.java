package io.hotspan.replay;

import io.hotspan.block.Block;
import io.hotspan.block.BlockKind;
import io.hotspan.journal.DamageListener;
import io.hotspan.model.TraceId;
import io.hotspan.search.TraceFilter;
import io.hotspan.trace.Trace;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a journal back: each method goes through all of it, up to where it ends when the method
 * gets there, so a journal that is being written can be read too. Memory is in proportion to the
 * spans that are open and to what is asked for, not to the journal.
 *
 * <p>Damage is passed over, and told to a listener. Immutable; used by many threads at once if the
 * listener allows it.
 */
public final class Replay {
    private static final int MIN_KEPT_TRACES = 1024;

    private final BlockSource source;
    private final DamageListener damageListener;
    private final ReplayLimits limits;

    /**
     * Reads the journal in a directory.
     *
     * @param damageListener hears of damage, in each method anew
     */
    public Replay(final Path directory, final DamageListener damageListener) {
        this(new JournalSource(directory), damageListener, ReplayLimits.ofHeap());
    }

    /** Reads the journal in a directory and passes over damage in silence. */
    public Replay(final Path directory) {
        this(directory, damage -> {});
    }

    Replay(
            final BlockSource source,
            final DamageListener damageListener,
            final ReplayLimits limits) {
        this.source = source;
        this.damageListener = damageListener;
        this.limits = limits;
    }

    /**
     * The newest traces, newest first.
     *
     * @param limit how many at most
     * @throws IllegalArgumentException if the limit is negative
     * @throws io.hotspan.journal.JournalException if the directory is not a journal, is one of a
     *     newer version, or cannot be read
     */
    public List<TraceSummary> newest(final int limit) {
        checkLimit(limit);
        long keptTraces = Math.max(MIN_KEPT_TRACES, 2L * limit);
        while (true) {
            final NewestTraces first =
                    new NewestTraces((int) Math.min(keptTraces, Integer.MAX_VALUE));
            pass(first, false, limits);
            if (!first.hasDropped()) {
                return first.newest(limit);
            }
            final NewestTraces second = first.forSecondPass();
            pass(second, false, limits);
            final List<TraceSummary> newest = second.newest(limit);
            if (newest.size() == limit
                    && (limit == 0
                            || newest.get(limit - 1).startEpochNanos()
                                    >= first.latestDroppedEpochNanos())) {
                return newest;
            }
            keptTraces *= 4; // long traces crowd out others: their last spans are new, they are not
        }
    }

    /**
     * One trace as a whole: its spans of all threads and sessions, late ones too, with all that was
     * said of it. Spans that have not ended are in it.
     *
     * @return empty if no span of the trace is in the journal
     * @throws io.hotspan.journal.JournalException as {@link #newest}
     */
    public Optional<Trace> find(final TraceId id) {
        final TraceCollector collector = new TraceCollector();
        collector.collect(id.high(), id.low());
        pass(collector, true, ReplayLimits.NONE);
        return collector.traces().stream().findFirst();
    }

    /**
     * The newest traces that match a filter, newest first, each as a whole. A first pass finds out
     * which they may be, a second one reads them; memory is in proportion to the traces that match,
     * up to the limit.
     *
     * <p>One thing may be overlooked: a trace that matches only by what was said of it after the
     * last span that was open then had ended.
     *
     * @param filter not null
     * @param limit how many at most
     * @throws IllegalArgumentException if the limit is negative
     * @throws io.hotspan.journal.JournalException as {@link #newest}
     */
    public List<Trace> search(final TraceFilter filter, final int limit) {
        checkLimit(limit);
        if (limit == 0) {
            return List.of();
        }
        int keptTraces = limit;
        while (true) {
            final MatchingTraces matching = new MatchingTraces(filter, keptTraces);
            pass(new TraceStream(matching, limits.heldBytes()), true, limits);
            final TraceCollector collector = matching.collector();
            pass(collector, true, ReplayLimits.NONE);
            final List<Trace> newest =
                    collector.traces().stream()
                            .filter(filter)
                            .sorted(
                                    Comparator.comparingLong(
                                                    (Trace trace) -> trace.root().startEpochNanos())
                                            .reversed())
                            .limit(limit)
                            .toList();
            final long sinceEpochNanos =
                    newest.size() == limit
                            ? newest.get(limit - 1).root().startEpochNanos()
                            : Long.MIN_VALUE + 1; // none was dropped, or there may be more
            if (!matching.hasDroppedSince(sinceEpochNanos)) {
                return newest;
            }
            // late parts of old traces crowd out others, or parts matched and their traces do not
            keptTraces = (int) Math.min(4L * keptTraces, Integer.MAX_VALUE);
        }
    }

    /**
     * Hands out all traces, each when the last of its spans has ended, and unfinished ones at the
     * end. So that memory is bounded, a trace may come in parts: spans that begin long after all
     * others have ended make another {@code Trace} with the same id, and so do the spans of a trace
     * that is open for very long; what threads said of a trace after it was handed out is left out.
     * {@link #find} always gives the whole.
     *
     * @param consumer called by this thread
     * @return what was left out
     * @throws io.hotspan.journal.JournalException as {@link #newest}
     */
    public ReplayReport forEachTrace(final Consumer<Trace> consumer) {
        return pass(new TraceStream(consumer, limits.heldBytes()), true, limits);
    }

    /**
     * The journal in numbers.
     *
     * @throws io.hotspan.journal.JournalException as {@link #newest}
     */
    public JournalStatistics statistics() {
        final StatisticsCollector collector = new StatisticsCollector();
        final LossCounters losses = new LossCounters();
        final SpanAssembler assembler =
                new SpanAssembler(source, collector, false, limits, damageListener);
        try (BlockCursor cursor = source.open(damageListener)) {
            for (Block block = cursor.next(); block != null; block = cursor.next()) {
                if (block.kind() == BlockKind.COUNTERS) {
                    losses.accept(block, assembler.threadName(block));
                } else {
                    assembler.accept(block, cursor);
                }
            }
            assembler.finishAll();
            return collector.statistics(losses, cursor.bytesRead());
        }
    }

    /**
     * Checks everything: checksums, order and accounting. The damage listener is not told; the
     * report is.
     *
     * @throws io.hotspan.journal.JournalException as {@link #newest}
     */
    public VerifyReport verify() {
        return new Verifier().verify(source);
    }

    /**
     * Follows the journal while it is written, from its first block on. The caller closes it.
     *
     * @throws io.hotspan.journal.JournalException as {@link #newest}
     */
    public Follow follow() {
        return new Follow(source, damageListener, limits);
    }

    private static void checkLimit(final int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit out of range: limit=" + limit + ", min=0");
        }
    }

    private ReplayReport pass(
            final SpanListener listener, final boolean hasDetails, final ReplayLimits passLimits) {
        final SpanAssembler assembler =
                new SpanAssembler(source, listener, hasDetails, passLimits, damageListener);
        try (BlockCursor cursor = source.open(damageListener)) {
            for (Block block = cursor.next(); block != null; block = cursor.next()) {
                assembler.accept(block, cursor);
            }
        }
        assembler.finishAll();
        return assembler.report();
    }
}
