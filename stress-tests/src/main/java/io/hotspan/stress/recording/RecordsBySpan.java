package io.hotspan.stress.recording;

import io.hotspan.record.ClockAnchor;
import io.hotspan.record.ForeignDescriptor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.SpanIds;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * A sink that counts, of each span, its ENDs and what other threads recorded about it, until it is
 * asked.
 */
final class RecordsBySpan extends NullSink {
    /** What was stored of a span. */
    record Tally(int ends, int foreign) {
        static final Tally NOTHING = new Tally(0, 0);

        Tally plus(final int moreEnds, final int moreForeign) {
            return new Tally(ends + moreEnds, foreign + moreForeign);
        }
    }

    private record Foreign(int ring, long ordinal) {}

    private final Map<Long, Tally> tallies = new HashMap<>();
    private final Map<Integer, Long> seeds = new HashMap<>();
    private final List<Foreign> unresolved = new ArrayList<>();

    /** What was stored of a span; forgets it. */
    synchronized Tally remove(final long spanId) {
        // who is told about may have been drained after who told
        for (final Foreign foreign : unresolved) {
            count(SpanIds.spanId(seeds.get(foreign.ring()), foreign.ordinal()), 0, 1);
        }
        unresolved.clear();
        final Tally tally = tallies.remove(spanId);
        return tally == null ? Tally.NOTHING : tally;
    }

    @Override
    public synchronized void append(
            final RingIdentity ring,
            final ClockAnchor anchor,
            final long startPosition,
            final DirectBuffer records,
            final int index,
            final int lengthBytes) {
        seeds.put(ring.ringNumber(), ring.spanIdSeed());
        int offset = index;
        while (offset < index + lengthBytes) {
            final long header = records.getLong(offset, ByteOrder.LITTLE_ENDIAN);
            if (RecordDescriptor.type(header) == RecordType.END) {
                count(SpanIds.spanId(ring.spanIdSeed(), RecordDescriptor.ordinal(header)), 1, 0);
            } else if (RecordDescriptor.type(header) == RecordType.FOREIGN) {
                final int foreignRing =
                        records.getInt(
                                offset + ForeignDescriptor.RING_NUMBER_OFFSET,
                                ByteOrder.LITTLE_ENDIAN);
                unresolved.add(new Foreign(foreignRing, RecordDescriptor.ordinal(header)));
            }
            offset += RecordDescriptor.lengthBytes(header);
        }
    }

    private void count(final long spanId, final int ends, final int foreign) {
        tallies.merge(
                spanId,
                new Tally(ends, foreign),
                (one, other) -> one.plus(other.ends(), other.foreign()));
    }
}
