package io.hotspan.replay;

import io.hotspan.block.Block;
import io.hotspan.journal.Damage;
import io.hotspan.journal.DamageListener;
import io.hotspan.record.RingIdentity;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Puts spans together from blocks, as they come. A block is read whatever is missing before it, and
 * no byte of a ring is read twice. Memory is in proportion to the open spans that are wanted. Not
 * thread-safe.
 */
final class SpanAssembler {
    /** For what should be rare: records that come before their span, values without a record. */
    private static final long PENDING_BYTES = 4 << 20;

    private final BlockSource source;
    private final DamageListener damageListener;
    private final ReplayCounts counts = new ReplayCounts();
    private final LiveSpans spans;
    private final RecordDamage damage;
    private final RecordReplay records;
    private final ByteBudget budget = new ByteBudget(PENDING_BYTES);
    private final Long2ObjectHashMap<SessionReplay> sessions = new Long2ObjectHashMap<>();
    private final SharedTexts texts = new SharedTexts();

    /**
     * @param source where long values are fetched from
     * @param hasDetails whether the listener wants attributes and the like
     */
    SpanAssembler(
            final BlockSource source,
            final SpanListener listener,
            final boolean hasDetails,
            final ReplayLimits limits,
            final DamageListener damageListener) {
        this.source = source;
        this.damageListener = damageListener;
        spans = new LiveSpans(listener, hasDetails, limits);
        damage = new RecordDamage(damageListener, counts);
        records = new RecordReplay(listener, spans, counts, damage);
    }

    /** What was left out so far. */
    ReplayReport report() {
        return counts.report();
    }

    /** Takes the block that a cursor is at. */
    void accept(final Block block, final BlockCursor cursor) {
        if (block.kind() == null) {
            return; // of a later version
        }
        switch (block.kind()) {
            case RECORDS -> records(block, cursor);
            case SYMBOLS -> symbols(block, cursor);
            case VALUE -> session(block.sessionId()).values.add(block, source, cursor.place());
            default -> {} // not about spans
        }
    }

    /** Hands over the spans that have ended: no records of other threads are waited for. */
    void finishEnded() {
        spans.finishEnded();
    }

    /** Hands over all spans, open ones too: the input is at its end. */
    void finishAll() {
        spans.finishEnded();
        sessions.values().forEach(session -> session.rings.values().forEach(spans::finishAll));
    }

    private void records(final Block block, final BlockCursor cursor) {
        final RingReplay ring = ring(block);
        final long startPosition = block.startPosition();
        if (startPosition < ring.nextPosition) {
            if (block.endPosition() <= ring.nextPosition) {
                return;
            }
            block.skipTo(ring.nextPosition);
        } else if (startPosition > ring.nextPosition) {
            counts.missingBytes += startPosition - ring.nextPosition;
            ring.threadName = null; // the thread may have changed
        }
        ring.nextPosition = block.endPosition();
        damage.at(cursor, block.contentIndex());
        spans.drainedAt(block.anchor().epochNanos());
        records.replay(
                ring,
                block.anchor().epochNanosAt(0),
                block.content(),
                block.contentIndex(),
                block.contentLength());
    }

    private RingReplay ring(final Block block) {
        final SessionReplay session = session(block.sessionId());
        final RingIdentity identity = block.ring();
        final RingReplay known = session.rings.get(identity.ringNumber());
        if (known != null && known.identity.equals(identity)) {
            return known;
        }
        if (known != null) {
            spans.finishAll(known); // another ring by the same number: never mixed
        }
        final RingReplay ring = new RingReplay(session, identity, block.startPosition());
        session.rings.put(identity.ringNumber(), ring);
        return ring;
    }

    private void symbols(final Block block, final BlockCursor cursor) {
        final SymbolTexts symbols = session(block.sessionId()).symbols;
        block.forEachSymbol(
                (id, text) -> {
                    if (!symbols.define(id, texts.shared(text))) {
                        final BlockPlace place = cursor.place();
                        damageListener.onDamage(
                                new Damage(
                                        place.file(),
                                        place.offset(),
                                        "symbol id out of range: id="
                                                + id
                                                + ", min=1, max="
                                                + SymbolTexts.MAX_ID));
                    }
                });
    }

    /** Name of the thread that has the ring of a block; null if it is not known. */
    String threadName(final Block block) {
        final SessionReplay session = sessions.get(block.sessionId());
        final RingReplay ring =
                session == null ? null : session.rings.get(block.ring().ringNumber());
        return ring == null ? null : ring.threadName;
    }

    private SessionReplay session(final long sessionId) {
        SessionReplay session = sessions.get(sessionId);
        if (session == null) {
            session = new SessionReplay(budget);
            sessions.put(sessionId, session);
        }
        return session;
    }
}
