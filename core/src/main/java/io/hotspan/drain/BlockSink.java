package io.hotspan.drain;

import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import io.hotspan.ring.RingCounters;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Where drained blocks go. Called by one thread only, the drainer's.
 *
 * <p>Every method either stores what it was given, so that readers in this and other processes can
 * read it when the method returns, or throws {@link java.io.UncheckedIOException} and has stored
 * nothing of it: the drainer keeps what it has and comes again. The sink itself logs why, once.
 */
public interface BlockSink extends AutoCloseable {
    /**
     * Makes ready, so that the first block does not have to wait for it. Called first, if the sink
     * is a drainer's.
     */
    default void open() {}

    /**
     * Stores a run of whole records.
     *
     * @param ring where the records come from
     * @param anchor turns the ticks in the records into time
     * @param startPosition position in the ring of the first byte; one call begins where the last
     *     one for the ring ended
     * @param records holds the bytes {@code [index, index + lengthBytes)} during the call
     */
    void append(
            RingIdentity ring,
            ClockAnchor anchor,
            long startPosition,
            DirectBuffer records,
            int index,
            int lengthBytes);

    /**
     * Stores symbols, always before the first record that uses them.
     *
     * @param firstId id of the first text; the others follow in order
     */
    void symbols(int firstId, List<String> texts);

    /**
     * Stores a part of a record that was too long for its ring; parts come in order, and all of
     * them before the record that names the value.
     *
     * @param valueId unique within the session
     * @param totalBytes length of the whole
     * @param offset place of this part in the whole
     */
    void value(
            long sessionId,
            long valueId,
            long totalBytes,
            long offset,
            DirectBuffer part,
            int index,
            int lengthBytes);

    /** Stores what a ring counted since it was made. */
    void counters(RingIdentity ring, RingCounters counters);

    /** Seals what was stored. No other method is called after it. */
    @Override
    void close();
}
