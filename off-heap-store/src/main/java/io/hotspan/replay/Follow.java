package io.hotspan.replay;

import io.hotspan.block.Block;
import io.hotspan.journal.DamageListener;
import io.hotspan.trace.Trace;
import java.util.function.Consumer;

/**
 * Follows a journal while it is written, by this process or another one, over the change of
 * segments and sessions. Not thread-safe.
 */
public final class Follow implements AutoCloseable {
    private final BlockCursor cursor;
    private final SpanAssembler assembler;
    private Consumer<Trace> consumer;

    Follow(
            final BlockSource source,
            final DamageListener damageListener,
            final ReplayLimits limits) {
        assembler =
                new SpanAssembler(
                        source,
                        new TraceStream(trace -> consumer.accept(trace), limits.heldBytes()),
                        true,
                        limits,
                        damageListener);
        cursor = source.open(damageListener);
    }

    /**
     * Hands out the traces of which the last open span has ended since the last call. A trace comes
     * again, with its new spans alone, if spans of it begin later. Never waits.
     *
     * @param traceConsumer called by this thread
     * @return how many traces there were
     * @throws io.hotspan.journal.JournalException if a file cannot be read, or is of a newer
     *     version
     */
    public int poll(final Consumer<Trace> traceConsumer) {
        final int[] count = {0};
        consumer =
                trace -> {
                    count[0]++;
                    traceConsumer.accept(trace);
                };
        for (Block block = cursor.next(); block != null; block = cursor.next()) {
            assembler.accept(block, cursor);
        }
        assembler.finishEnded();
        return count[0];
    }

    @Override
    public void close() {
        cursor.close();
    }
}
