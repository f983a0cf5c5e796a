package io.hotspan.replay;

import java.util.HashMap;
import java.util.Map;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.LongHashSet;

/** What verification knows of one session. */
final class VerifiedSession {
    private static final long PENDING_BYTES = 4 << 20;

    /** About a span that no START has told of yet, at a place that may become a finding. */
    static final class AwaitedSpan {
        final BlockPlace place;
        boolean isEnded;

        AwaitedSpan(final BlockPlace place) {
            this.place = place;
        }
    }

    record SpanName(int ringNumber, long ordinal) {}

    final Int2ObjectHashMap<VerifiedRing> rings = new Int2ObjectHashMap<>();
    final PendingValues values = new PendingValues(new ByteBudget(PENDING_BYTES));
    final Map<SpanName, AwaitedSpan> awaited = new HashMap<>();
    final LongHashSet writers = new LongHashSet();

    /** Where the rings were when the oldest segment that is left began; null before it is known. */
    Map<Integer, Long> firstPositions;

    /** Symbols that the present segment has told of: it stands alone. */
    int symbolCount;

    /** Whether the newest segment so far has been closed in order. */
    boolean isClosed;

    /** Whether a segment says that recovery has written it. */
    boolean isRecovered;

    BlockPlace lastPlace;

    /** Whether the ring has records in segments that were deleted. */
    boolean hadBefore(final int ringNumber) {
        return firstPositions != null && firstPositions.containsKey(ringNumber);
    }

    /**
     * Closed by the one who recorded all of it, so that what it counted must be there. A process
     * that was killed may have counted a span whose START it had not committed yet.
     */
    boolean isClosedByItsWriter() {
        return isClosed && !isRecovered && writers.size() == 1;
    }
}
