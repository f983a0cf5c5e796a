package io.hotspan.replay;

import io.hotspan.block.Block;
import io.hotspan.ring.RingCounters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Reads all of a journal and checks that nothing is missing, doubled, torn or out of order:
 * checksums and block numbers (which the cursor looks at), ring positions, span numbers, symbols,
 * long values, and that what the rings counted is there.
 */
final class Verifier {
    /** Line of a segment's header: another process wrote it, out of the rings of a dead one. */
    private static final String RECOVERED = "recovered=true";

    private final Findings findings = new Findings();
    private final RecordVerifier records = new RecordVerifier(findings);
    private final LossCounters losses = new LossCounters();
    private final Long2ObjectHashMap<VerifiedSession> sessions = new Long2ObjectHashMap<>();
    private long blockCount;

    VerifyReport verify(final BlockSource source) {
        try (BlockCursor cursor = source.open(findings)) {
            for (Block block = cursor.next(); block != null; block = cursor.next()) {
                blockCount++;
                accept(block, cursor.place());
            }
        }
        final List<Long> notClosed = new ArrayList<>();
        long openCount = 0;
        for (final Map.Entry<Long, VerifiedSession> entry : sessions.entrySet()) {
            final VerifiedSession session = entry.getValue();
            session.isClosed &= !source.isOpen(entry.getKey());
            if (!session.isClosed) {
                notClosed.add(entry.getKey());
            }
            findings.at(session.lastPlace);
            if (session.isClosedByItsWriter()) {
                account(entry.getKey(), session);
            }
            for (final VerifiedRing ring : session.rings.values()) {
                openCount += ring.open.size();
            }
        }
        return new VerifyReport(
                blockCount,
                records.recordCount(),
                records.spanCount(),
                openCount,
                losses.lostSpans(),
                losses.lostRecords(),
                records.unknownCount(),
                notClosed,
                findings.count(),
                findings.first());
    }

    private void accept(final Block block, final BlockPlace place) {
        if (block.kind() == null) {
            return; // of a later version
        }
        findings.at(place);
        final VerifiedSession session = session(block.sessionId());
        session.lastPlace = place;
        session.writers.add(block.writerId());
        switch (block.kind()) {
            case SEGMENT_HEADER -> {
                session.symbolCount = 0;
                session.isClosed = false;
                session.isRecovered |= block.text().lines().anyMatch(RECOVERED::equals);
            }
            case SYMBOLS -> symbols(session, block);
            case POSITIONS -> positions(session, block);
            case RECORDS -> records(session, block, place);
            case VALUE -> session.values.add(block, null, place);
            case COUNTERS -> losses.accept(block, null);
            case FOOTER -> session.isClosed = true;
        }
    }

    private void symbols(final VerifiedSession session, final Block block) {
        block.forEachSymbol(
                (id, text) -> {
                    if (id < 1 || id > session.symbolCount + 1) {
                        findings.add(
                                "symbols are missing: " + id + " after " + session.symbolCount);
                    }
                    session.symbolCount = Math.max(session.symbolCount, id);
                });
    }

    private static void positions(final VerifiedSession session, final Block block) {
        if (session.firstPositions == null) {
            final Map<Integer, Long> positions = new HashMap<>();
            block.forEachPosition(positions::put);
            session.firstPositions = positions;
        }
    }

    private void records(final VerifiedSession session, final Block block, final BlockPlace place) {
        final int ringNumber = block.ring().ringNumber();
        VerifiedRing ring = session.rings.get(ringNumber);
        if (ring == null) {
            final long expected =
                    session.firstPositions == null
                            ? 0
                            : session.firstPositions.getOrDefault(ringNumber, 0L);
            ring = new VerifiedRing(block.ring(), expected);
            session.rings.put(ringNumber, ring);
        } else if (!ring.identity.equals(block.ring())) {
            findings.add("ring " + ringNumber + " has other seeds than before");
        }
        // a gap beside damage that was told already is that damage
        if (block.startPosition() != ring.nextPosition && findings.count() == ring.findingCount) {
            findings.add(
                    "records of ring "
                            + ringNumber
                            + (block.startPosition() > ring.nextPosition
                                    ? " are missing"
                                    : " come twice")
                            + ": the block begins at "
                            + block.startPosition()
                            + ", the one before ended at "
                            + ring.nextPosition);
        }
        ring.nextPosition = block.endPosition();
        records.verify(
                session, ring, place, block.content(), block.contentIndex(), block.contentLength());
        ring.findingCount = findings.count();
    }

    /** Recorded must be what is there: the session was closed by who wrote all of it. */
    private void account(final long sessionId, final VerifiedSession session) {
        session.awaited.forEach(
                (span, awaited) -> {
                    findings.at(awaited.place);
                    findings.add(
                            "a record about span "
                                    + span.ordinal()
                                    + " of ring "
                                    + span.ringNumber()
                                    + ", which never began");
                });
        findings.at(session.lastPlace);
        for (final VerifiedRing ring : session.rings.values()) {
            final int number = ring.identity.ringNumber();
            ring.ledger.forEachGap(
                    (first, last) ->
                            findings.add(
                                    "spans "
                                            + first
                                            + " to "
                                            + last
                                            + " of ring "
                                            + number
                                            + " are missing"));
            final RingCounters counters =
                    losses.byRing().get(new LossCounters.Ring(sessionId, number));
            final long recorded = counters == null ? 0 : counters.recordedSpans();
            if (ring.ledger.last() > 0 && ring.ledger.last() != recorded) {
                findings.add(
                        "ring "
                                + number
                                + " counted "
                                + recorded
                                + " spans as recorded, but the last one here has number "
                                + ring.ledger.last());
            }
        }
        missingRings(sessionId, session);
    }

    private void missingRings(final long sessionId, final VerifiedSession session) {
        losses.byRing()
                .forEach(
                        (ring, counters) -> {
                            if (ring.sessionId() == sessionId
                                    && counters.recordedSpans() > 0
                                    && !session.rings.containsKey(ring.ringNumber())
                                    && !session.hadBefore(ring.ringNumber())) {
                                findings.add(
                                        "ring "
                                                + ring.ringNumber()
                                                + " counted "
                                                + counters.recordedSpans()
                                                + " spans as recorded, but none is here");
                            }
                        });
    }

    private VerifiedSession session(final long sessionId) {
        VerifiedSession session = sessions.get(sessionId);
        if (session == null) {
            session = new VerifiedSession();
            sessions.put(sessionId, session);
        }
        return session;
    }
}
