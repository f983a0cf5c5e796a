package io.hotspan.record;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * Walks a run of records. It trusts no length, so bytes of any kind do no harm: every record that
 * it hands out lies within the run, and so does everything that the record's own lengths speak of.
 */
public final class RecordWalker {
    private static final int TYPES = RecordType.TIME + 1;

    /** Shortest record of each type. */
    private static final int[] MIN_LENGTHS = new int[TYPES];

    /** Where each type keeps the length of the bytes at its end; 0 if it has none. */
    private static final int[] VALUE_LENGTH_OFFSETS = new int[TYPES];

    static {
        Arrays.fill(MIN_LENGTHS, RecordDescriptor.HEADER_LENGTH);
        MIN_LENGTHS[RecordType.START_ROOT] = SpanStartDescriptor.ROOT_LENGTH;
        MIN_LENGTHS[RecordType.START_CHILD] = SpanStartDescriptor.CHILD_LENGTH;
        MIN_LENGTHS[RecordType.START_EXPLICIT] = SpanStartDescriptor.EXPLICIT_LENGTH;
        MIN_LENGTHS[RecordType.END] = SpanEndDescriptor.LENGTH;
        MIN_LENGTHS[RecordType.END_OK] = SpanEndDescriptor.LENGTH;
        MIN_LENGTHS[RecordType.ATTRIBUTE_LONG] = AttributeDescriptor.NUMBER_LENGTH;
        MIN_LENGTHS[RecordType.ATTRIBUTE_DOUBLE] = AttributeDescriptor.NUMBER_LENGTH;
        MIN_LENGTHS[RecordType.ATTRIBUTE_BOOLEAN] = AttributeDescriptor.BOOLEAN_LENGTH;
        MIN_LENGTHS[RecordType.FOREIGN] =
                ForeignDescriptor.RECORD_OFFSET + RecordDescriptor.HEADER_LENGTH;
        MIN_LENGTHS[RecordType.OUTSIZE] = OutsizeDescriptor.LENGTH;
        MIN_LENGTHS[RecordType.TIME] = TimeDescriptor.LENGTH;
        endsInBytes(RecordType.THREAD, ThreadDescriptor.VALUE_LENGTH_OFFSET);
        endsInBytes(RecordType.ATTRIBUTE_LATIN1, AttributeDescriptor.VALUE_LENGTH_OFFSET);
        endsInBytes(RecordType.ATTRIBUTE_VALUE, AttributeDescriptor.VALUE_LENGTH_OFFSET);
        endsInBytes(RecordType.EVENT, EventDescriptor.VALUE_LENGTH_OFFSET);
        endsInBytes(RecordType.EVENT_AT, EventDescriptor.VALUE_LENGTH_OFFSET);
        endsInBytes(RecordType.STATUS, StatusDescriptor.VALUE_LENGTH_OFFSET);
        endsInBytes(RecordType.NAME, NameDescriptor.VALUE_LENGTH_OFFSET);
        endsInBytes(RecordType.LINK, LinkDescriptor.VALUE_LENGTH_OFFSET);
        endsInBytes(RecordType.TRACE_FACT, TraceFactDescriptor.VALUE_LENGTH_OFFSET);
    }

    private RecordWalker() {}

    private static void endsInBytes(final int type, final int valueLengthOffset) {
        VALUE_LENGTH_OFFSETS[type] = valueLengthOffset;
        MIN_LENGTHS[type] = valueLengthOffset + Integer.BYTES;
    }

    /**
     * Hands out the records in {@code [index, index + lengthBytes)} of a buffer.
     *
     * @param handler is told of damage too; nothing is thrown but what it throws
     */
    public static void walk(
            final DirectBuffer buffer,
            final int index,
            final int lengthBytes,
            final RecordHandler handler) {
        final int end = index + lengthBytes;
        int offset = index;
        while (offset < end) {
            if (end - offset < RecordDescriptor.HEADER_LENGTH) {
                handler.onDamage(offset, "record header cut off");
                return;
            }
            final long header = buffer.getLong(offset, LITTLE_ENDIAN);
            final int recordBytes = RecordDescriptor.lengthBytes(header);
            if (recordBytes == 0 || recordBytes > end - offset) {
                handler.onDamage(
                        offset,
                        "record length out of range: lengthBytes="
                                + recordBytes
                                + ", min=8, max="
                                + (end - offset));
                return;
            }
            final int type = RecordDescriptor.type(header);
            if (fits(type, buffer, offset, recordBytes)) {
                handler.onRecord(
                        type, RecordDescriptor.ordinal(header), buffer, offset, recordBytes);
            } else {
                handler.onDamage(offset, problem(type, recordBytes));
            }
            offset += recordBytes;
        }
    }

    /**
     * Whether a record's own fields fit into its length. For records that do not stand in a run:
     * the one in a FOREIGN, or one that was too long for its ring.
     *
     * @param lengthBytes at least {@link RecordDescriptor#HEADER_LENGTH}; these bytes are in the
     *     buffer
     */
    public static boolean fits(
            final int type, final DirectBuffer buffer, final int offset, final int lengthBytes) {
        if (type >= TYPES) {
            return true; // of a later version
        }
        if (lengthBytes < MIN_LENGTHS[type]) {
            return false;
        }
        final int valueLengthOffset = VALUE_LENGTH_OFFSETS[type];
        if (valueLengthOffset != 0) {
            final int room = lengthBytes - valueLengthOffset - Integer.BYTES;
            return Integer.compareUnsigned(
                            buffer.getInt(offset + valueLengthOffset, LITTLE_ENDIAN), room)
                    <= 0;
        }
        return type != RecordType.FOREIGN || fitsInside(buffer, offset, lengthBytes);
    }

    /**
     * Where records of a type keep the length of the bytes that follow it: one or two values, or
     * the text of an ATTRIBUTE_LATIN1.
     *
     * @return offset within the record; 0 if the type has no such bytes, or is not known
     */
    public static int valueLengthOffset(final int type) {
        return type < TYPES ? VALUE_LENGTH_OFFSETS[type] : 0;
    }

    private static boolean fitsInside(
            final DirectBuffer buffer, final int foreignOffset, final int foreignBytes) {
        final int offset = foreignOffset + ForeignDescriptor.RECORD_OFFSET;
        final long header = buffer.getLong(offset, LITTLE_ENDIAN);
        final int type = RecordDescriptor.type(header);
        final int lengthBytes = RecordDescriptor.lengthBytes(header);
        return lengthBytes >= RecordDescriptor.HEADER_LENGTH
                && lengthBytes <= foreignBytes - ForeignDescriptor.RECORD_OFFSET
                && type != RecordType.FOREIGN
                && fits(type, buffer, offset, lengthBytes);
    }

    private static String problem(final int type, final int lengthBytes) {
        return "record too short for what it holds: type=" + type + ", lengthBytes=" + lengthBytes;
    }
}
