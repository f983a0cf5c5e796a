package io.hotspan.stress.recording;

import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.RingIdentity;
import io.hotspan.ring.RingPool;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * A sink that counts what two writers of one ring at a time, or one that begins in a wrong place,
 * would bring about.
 */
final class WholeRings extends NullSink {
    private final Map<Integer, Long> endPositions = new HashMap<>();
    private final Map<Integer, Long> lastStarts = new HashMap<>();
    private final Map<Integer, Long> lastEnds = new HashMap<>();
    private int violations;

    /** How many there were until now. */
    synchronized int violations() {
        return violations;
    }

    @Override
    public synchronized void append(
            final RingIdentity ring,
            final ClockAnchor anchor,
            final long startPosition,
            final DirectBuffer records,
            final int index,
            final int lengthBytes) {
        final int number = ring.ringNumber();
        if (number == RingPool.SHARED_RING_NUMBER) {
            return; // it has many writers
        }
        check(startPosition == endPositions.getOrDefault(number, 0L));
        endPositions.put(number, startPosition + lengthBytes);
        int offset = index;
        while (offset < index + lengthBytes) {
            final long header = records.getLong(offset, ByteOrder.LITTLE_ENDIAN);
            final long ordinal = RecordDescriptor.ordinal(header);
            if (RecordDescriptor.type(header) == RecordType.START_ROOT) {
                check(ordinal == 1 + lastStarts.getOrDefault(number, 0L));
                lastStarts.put(number, ordinal);
            } else if (RecordDescriptor.type(header) == RecordType.END) {
                check(ordinal == 1 + lastEnds.getOrDefault(number, 0L));
                lastEnds.put(number, ordinal);
            }
            offset += RecordDescriptor.lengthBytes(header);
        }
    }

    private void check(final boolean isRight) {
        if (!isRight) {
            violations++;
        }
    }
}
