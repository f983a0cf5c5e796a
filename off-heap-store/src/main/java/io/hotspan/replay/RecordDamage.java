package io.hotspan.replay;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.hotspan.journal.Damage;
import io.hotspan.journal.DamageListener;
import io.hotspan.value.MalformedValueException;
import org.agrona.DirectBuffer;

/** Tells where in the journal a record is damaged. */
final class RecordDamage {
    private final DamageListener listener;
    private final ReplayCounts counts;
    private BlockCursor cursor;
    private int contentIndex;

    RecordDamage(final DamageListener listener, final ReplayCounts counts) {
        this.listener = listener;
        this.counts = counts;
    }

    /** Notes where the next records stand: in a block that begins at an index of its buffer. */
    void at(final BlockCursor blockCursor, final int index) {
        cursor = blockCursor;
        contentIndex = index;
    }

    /** Counts and tells of damage at an offset of the block's buffer. */
    void found(final int offset, final String problem) {
        counts.damagedRecords++;
        final BlockPlace place = cursor.place();
        listener.onDamage(
                new Damage(
                        place.file(),
                        place.offset(),
                        "record at byte " + (offset - contentIndex) + " of the block: " + problem));
    }

    /** The text that a record has at its end; null, and damage, if there is none. */
    String text(
            final DirectBuffer buffer,
            final int offset,
            final int valueLengthOffset,
            final int valueOffset) {
        final int lengthBytes = buffer.getInt(offset + valueLengthOffset, LITTLE_ENDIAN);
        try {
            return lengthBytes == 0
                    ? ""
                    : RecordValues.text(buffer, offset + valueOffset, lengthBytes);
        } catch (final MalformedValueException e) {
            found(offset, e.getMessage());
            return null;
        }
    }
}
