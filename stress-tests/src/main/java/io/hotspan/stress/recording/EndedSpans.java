package io.hotspan.stress.recording;

import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.SpanIds;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.agrona.DirectBuffer;

/** A sink that remembers which spans have ended, until it is asked. */
final class EndedSpans extends NullSink {
    private final Set<Long> spanIds = ConcurrentHashMap.newKeySet();

    /** Whether the END of a span was stored; forgets it. */
    boolean remove(final long spanId) {
        return spanIds.remove(spanId);
    }

    @Override
    public void append(
            final RingIdentity ring,
            final ClockAnchor anchor,
            final long startPosition,
            final DirectBuffer records,
            final int index,
            final int lengthBytes) {
        int offset = 0;
        while (offset < lengthBytes) {
            final long header = records.getLong(index + offset, ByteOrder.LITTLE_ENDIAN);
            if (RecordDescriptor.type(header) == RecordType.END) {
                spanIds.add(SpanIds.spanId(ring.spanIdSeed(), RecordDescriptor.ordinal(header)));
            }
            offset += RecordDescriptor.lengthBytes(header);
        }
    }
}
