package io.hotspan.journal;

import io.hotspan.block.Block;
import io.hotspan.block.BlockKind;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Knows what was read of each session, so that nothing is read twice and no gap goes unnoticed. A
 * gap is told once: not where damage was told since the block before it.
 */
final class Continuity {
    private static final long NOTHING_READ = -1;

    private final Long2ObjectHashMap<Session> sessions = new Long2ObjectHashMap<>();

    /**
     * Takes note of a block, and cuts off records that were read before.
     *
     * @param damageCount places of damage that were told so far
     * @return why there is a gap before the block; null if there is none
     */
    String note(final Block block, final long damageCount) {
        Session session = sessions.get(block.sessionId());
        if (session == null) {
            session = new Session();
            sessions.put(block.sessionId(), session);
        }
        final String gap = session.noteSequence(block, damageCount);
        if (block.kind() != BlockKind.RECORDS || !isRing(block.ring().ringNumber())) {
            return gap;
        }
        final String missing =
                session.noteRecords(block, gap == null ? damageCount : damageCount + 1);
        return gap == null ? missing : gap;
    }

    /** Whether all the records of a block were read before. */
    static boolean isRepeated(final Block block) {
        return block.kind() == BlockKind.RECORDS && block.contentLength() == 0;
    }

    /** What comes next of a session may follow on segments that were deleted. */
    void forget(final long sessionId) {
        sessions.remove(sessionId);
    }

    private static boolean isRing(final int number) {
        return number >= 0 && number < JournalWriter.MAX_RINGS;
    }

    private static final class Session {
        private final Long2LongHashMap sequences = new Long2LongHashMap(NOTHING_READ);
        private final Long2LongHashMap damageCounts = new Long2LongHashMap(NOTHING_READ);
        private long[] endPositions = {};
        private long[] ringDamageCounts = {};

        private String noteSequence(final Block block, final long damageCount) {
            final long last = sequences.get(block.writerId());
            final long knownDamage = damageCounts.get(block.writerId());
            sequences.put(block.writerId(), Math.max(last, block.sequence()));
            damageCounts.put(block.writerId(), damageCount);
            return last == NOTHING_READ
                            || block.sequence() <= last + 1
                            || damageCount != knownDamage
                    ? null
                    : "blocks "
                            + (last + 1)
                            + " to "
                            + (block.sequence() - 1)
                            + " of their writer are missing before this one";
        }

        private String noteRecords(final Block block, final long damageCount) {
            final int ring = block.ring().ringNumber();
            ensureRing(ring);
            final long end = endPositions[ring];
            final long knownDamage = ringDamageCounts[ring];
            final long start = block.startPosition();
            if (end != NOTHING_READ && start < end) {
                block.skipTo(Math.min(end, block.endPosition()));
            }
            endPositions[ring] = Math.max(end, block.endPosition());
            ringDamageCounts[ring] = damageCount;
            return end == NOTHING_READ || start <= end || damageCount != knownDamage
                    ? null
                    : "bytes " + end + " to " + (start - 1) + " of ring " + ring + " are missing";
        }

        private void ensureRing(final int ring) {
            final int oldLength = endPositions.length;
            if (ring >= oldLength) {
                final int length = Math.max(ring + 1, 2 * oldLength);
                endPositions = Arrays.copyOf(endPositions, length);
                Arrays.fill(endPositions, oldLength, length, NOTHING_READ);
                ringDamageCounts = Arrays.copyOf(ringDamageCounts, length);
            }
        }
    }
}
