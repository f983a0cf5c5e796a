package io.hotspan.record;

import org.agrona.DirectBuffer;

/** Takes the records that a {@link RecordWalker} meets. */
public interface RecordHandler {
    /**
     * Called with each record, in order. Its lengths fit together: the record lies within the run,
     * has the fields of its type, and the bytes that it says follow are there. Types of a later
     * version are handed over too; nothing is known of them but the header.
     *
     * @param type a constant of {@link RecordType}, or an unknown number
     * @param ordinal see {@link RecordDescriptor#ordinal}
     * @param buffer holds the record during the call
     * @param offset where the record begins in the buffer
     * @param lengthBytes length of the record, its header included
     */
    void onRecord(int type, long ordinal, DirectBuffer buffer, int offset, int lengthBytes);

    /**
     * Called with a place that holds no record. If the length of what is there is believable the
     * walk goes on behind it, otherwise it ends there.
     *
     * @param offset where the damage begins in the buffer
     * @param problem what is wrong, in words
     */
    void onDamage(int offset, String problem);
}
