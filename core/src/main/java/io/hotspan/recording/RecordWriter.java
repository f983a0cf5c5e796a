package io.hotspan.recording;

import static io.hotspan.record.RecordDescriptor.HEADER_LENGTH;
import static io.hotspan.record.RecordDescriptor.align;
import static io.hotspan.record.RecordDescriptor.header;

import io.hotspan.memory.Memory;
import io.hotspan.record.ForeignDescriptor;
import io.hotspan.record.OutsizeDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.TraceFactDescriptor;
import io.hotspan.ring.OutsizeValues;
import io.hotspan.ring.Ring;
import io.hotspan.symbol.Symbol;
import io.hotspan.value.ValueEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * Writes records that hold values: into any ring that the calling thread may write to, about a span
 * of that ring or, wrapped, of another. One thread's own.
 */
/* All these records have one shape: some words, a pair of ints of which the second is the length of the
 * payload, and the payload. */
final class RecordWriter {
    private static final int PAIR_LENGTH = 2 * Integer.BYTES;
    private static final int MAX_WORDS = 3;
    private static final int FAILED = -1;
    private static final int HEAD_BYTES = HEADER_LENGTH + MAX_WORDS * Long.BYTES + PAIR_LENGTH;

    private final Recording recording;
    private final ValueEncoder value = new ValueEncoder();
    private final ValueEncoder text = new ValueEncoder();
    private final Masker masker;
    private final long[] words = new long[MAX_WORDS];
    private SpanDetails details;
    private long handle;
    private Ring ring;
    private int foreignRing;
    private long ordinal;

    RecordWriter(final Recording recording) {
        this.recording = recording;
        masker = new Masker(recording);
    }

    /**
     * Says which span the next record is about.
     *
     * @param details asked, when the record's values are encoded, whether the span is still open
     * @param ring where to write it
     * @param foreignRing number of the span's ring if that is another one, else 0
     */
    RecordWriter about(
            final SpanDetails details,
            final long handle,
            final Ring ring,
            final int foreignRing,
            final long ordinal) {
        this.details = details;
        this.handle = handle;
        this.ring = ring;
        this.foreignRing = foreignRing;
        this.ordinal = ordinal;
        return this;
    }

    private void aboutNoSpan(final Ring ring) {
        about(null, SpanHandle.NONE, ring, 0, 0);
    }

    /** Sets an attribute to any value. Like all that follow: false if there was no room. */
    boolean attribute(final Symbol key, final Object attribute) {
        final int lengthBytes = encode(Masker.Subject.VALUE, key.text(), attribute);
        return write(RecordType.ATTRIBUTE_VALUE, 0, key.id(), inline(key), lengthBytes);
    }

    /** Adds an event, its time in ticks, or if {@code timeGiven} in nanoseconds since the epoch. */
    boolean event(
            final Symbol name,
            final boolean timeGiven,
            final long time,
            final Map<String, ?> attributes) {
        final int lengthBytes = encodeUnlessEmpty(attributes);
        words[0] = time;
        return write(
                timeGiven ? RecordType.EVENT_AT : RecordType.EVENT,
                1,
                name.id(),
                inline(name),
                lengthBytes);
    }

    /** Sets the status; the code as in {@link io.hotspan.record.StatusDescriptor}. */
    boolean status(final int code, final String description) {
        return write(
                RecordType.STATUS,
                0,
                code,
                null,
                encode(Masker.Subject.TEXT, Masking.STATUS_DESCRIPTION, description));
    }

    /** Gives the span another name. */
    boolean name(final Symbol name) {
        return write(RecordType.NAME, 0, name.id(), inline(name), 0);
    }

    /** Links the span to another one; a context without a trace links to nothing. */
    boolean link(final SpanContext other, final Map<String, ?> attributes) {
        if (!other.isPresent()) {
            return true;
        }
        final int lengthBytes = encodeUnlessEmpty(attributes);
        words[0] = other.traceHigh();
        words[1] = other.traceLow();
        words[2] = other.spanId();
        return write(RecordType.LINK, 3, 0, null, lengthBytes);
    }

    /** Gives the span a start or an end. */
    boolean time(final int which, final long epochNanos) {
        words[0] = epochNanos;
        return write(RecordType.TIME, 1, which, null, 0);
    }

    /** Sets a fact about a trace; the kind as in {@link io.hotspan.record.TraceFactDescriptor}. */
    boolean traceFact(
            final Ring ring,
            final long traceHigh,
            final long traceLow,
            final int kind,
            final String key,
            final Object fact) {
        aboutNoSpan(ring);
        final int lengthBytes = encode(factSubject(kind), factKey(kind, key), fact);
        words[0] = traceHigh;
        words[1] = traceLow;
        return write(RecordType.TRACE_FACT, 2, kind, key, lengthBytes);
    }

    /** Says that the records that follow in the ring are a thread's. */
    boolean thread(final Ring ring, final Thread thread) {
        aboutNoSpan(ring);
        final int lengthBytes = encode(Masker.Subject.NONE, "", thread.getName());
        words[0] = thread.getId();
        return write(RecordType.THREAD, 1, 0, null, lengthBytes);
    }

    private int encodeUnlessEmpty(final Map<String, ?> attributes) {
        try {
            if (attributes == null || attributes.isEmpty()) {
                return 0;
            }
        } catch (final RuntimeException | Error e) {
            recording.countFailure(e); // what can be had of it is encoded all the same
        }
        return encode(Masker.Subject.ENTRIES, "", attributes);
    }

    /**
     * Encodes a value, masked; a failure is counted, and the record then not written. The hook and
     * the value's own code may record spans with this writer: what was set up is put back.
     */
    private int encode(final Masker.Subject subject, final String key, final Object object) {
        final SpanDetails detailsBefore = details;
        final long handleBefore = handle;
        final Ring ringBefore = ring;
        final int foreignRingBefore = foreignRing;
        final long ordinalBefore = ordinal;
        try {
            return value.encode(masker.masked(subject, key, object));
        } catch (final RuntimeException | Error e) {
            recording.countFailure(e);
            return FAILED;
        } finally {
            about(detailsBefore, handleBefore, ringBefore, foreignRingBefore, ordinalBefore);
        }
    }

    /** State is an enum's name, and not masked. */
    private static Masker.Subject factSubject(final int kind) {
        return kind == TraceFactDescriptor.KIND_STATE ? Masker.Subject.NONE : Masker.Subject.TEXT;
    }

    private static String factKey(final int kind, final String key) {
        return switch (kind) {
            case TraceFactDescriptor.KIND_REQUEST_PREVIEW -> Masking.REQUEST_PREVIEW;
            case TraceFactDescriptor.KIND_RESPONSE_PREVIEW -> Masking.RESPONSE_PREVIEW;
            case TraceFactDescriptor.KIND_CLIENT_REQUEST_ID -> Masking.CLIENT_REQUEST_ID;
            default -> key;
        };
    }

    /** The text of a symbol that has no id, and must be written in full; else null. */
    private static String inline(final Symbol symbol) {
        return symbol.id() == Symbol.NO_ID ? symbol.text() : null;
    }

    /** Writes a record whose payload is a text, unless that is null, and the value encoded last. */
    private boolean write(
            final int type,
            final int wordCount,
            final int small,
            final String textBefore,
            final int valueBytes) {
        if (valueBytes == FAILED) {
            return lost();
        }
        if (details != null && !details.isStillOpen(handle)) {
            recording.countIgnoredCall(); // the value's own code has ended it
            return true;
        }
        final int beforeBytes = textBefore == null ? 0 : text.encode(textBefore);
        final long payloadBytes = (long) beforeBytes + valueBytes;
        final int headBytes = HEADER_LENGTH + wordCount * Long.BYTES + PAIR_LENGTH;
        final int wrapBytes = foreignRing == 0 ? 0 : ForeignDescriptor.RECORD_OFFSET;
        final long wholeBytes = wrapBytes + headBytes + payloadBytes;
        if (wholeBytes > ring.maxRecordBytes() - Long.BYTES) {
            return writeOutsize(type, wordCount, small, beforeBytes, valueBytes);
        }
        final int recordBytes = align((int) wholeBytes);
        final long start = claim(recordBytes);
        if (start == Ring.INSUFFICIENT_CAPACITY) {
            return false;
        }
        long address = start;
        if (wrapBytes > 0) {
            Memory.putLong(address + ForeignDescriptor.RING_NUMBER_OFFSET, foreignRing);
            address += wrapBytes;
            Memory.putLong(address, header(recordBytes - wrapBytes, type, ordinal));
        }
        address += HEADER_LENGTH;
        for (int i = 0; i < wordCount; i++, address += Long.BYTES) {
            Memory.putLong(address, words[i]);
        }
        Memory.putLong(address, payloadBytes << Integer.SIZE | small & 0xFFFF_FFFFL);
        address += PAIR_LENGTH;
        Memory.copy(text.buffer(), 0, address, beforeBytes);
        Memory.copy(value.buffer(), 0, address + beforeBytes, valueBytes);
        ring.commit(
                start,
                header(recordBytes, wrapBytes > 0 ? RecordType.FOREIGN : type, ordinal),
                recordBytes);
        return written(valueBytes);
    }

    /** Keeps the record beside the ring, and writes its stand-in. */
    private boolean writeOutsize(
            final int type,
            final int wordCount,
            final int small,
            final int beforeBytes,
            final int valueBytes) {
        final ByteBuffer head =
                ByteBuffer.allocate(HEAD_BYTES + beforeBytes).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(header(0, type, ordinal));
        for (int i = 0; i < wordCount; i++) {
            head.putLong(words[i]);
        }
        head.putInt(small).putInt(beforeBytes + valueBytes);
        text.buffer().getBytes(0, head, beforeBytes);
        head.flip();
        final int lengthBytes = head.remaining() + valueBytes;
        final long valueId = recording.keepOutsize(ring, head, bytes(value.buffer(), valueBytes));
        if (valueId == OutsizeValues.NO_ROOM) {
            return lost();
        }
        final int wrapBytes = foreignRing == 0 ? 0 : ForeignDescriptor.RECORD_OFFSET;
        final int recordBytes = wrapBytes + OutsizeDescriptor.LENGTH;
        final long start = claim(recordBytes);
        if (start == Ring.INSUFFICIENT_CAPACITY) {
            return false;
        }
        final long address = start + wrapBytes;
        Memory.putLong(address + OutsizeDescriptor.VALUE_ID_OFFSET, valueId);
        Memory.putLong(address + OutsizeDescriptor.LENGTH_BYTES_OFFSET, lengthBytes);
        if (wrapBytes > 0) {
            Memory.putLong(start + ForeignDescriptor.RING_NUMBER_OFFSET, foreignRing);
            Memory.putLong(address, header(OutsizeDescriptor.LENGTH, RecordType.OUTSIZE, ordinal));
        }
        ring.commit(
                start,
                header(
                        recordBytes,
                        wrapBytes > 0 ? RecordType.FOREIGN : RecordType.OUTSIZE,
                        ordinal),
                recordBytes);
        return written(valueBytes);
    }

    /** Counts a value that was not taken whole on its span. */
    private boolean written(final int valueBytes) {
        if (valueBytes > 0 && details != null && value.lastCutCount() > 0) {
            details.countCut(handle);
        }
        return true;
    }

    /** Counts the record in the ring; the caller counts it on the span. */
    private boolean lost() {
        ring.countLostRecord(recording.clock().nanoTime());
        return false;
    }

    private long claim(final int recordBytes) {
        final long address = ring.claim(recordBytes);
        if (address != Ring.INSUFFICIENT_CAPACITY) {
            return address;
        }
        final long late = recording.awaitRoom(ring, recordBytes, false);
        if (late == Ring.INSUFFICIENT_CAPACITY) {
            lost();
        }
        return late;
    }

    private static ByteBuffer bytes(final DirectBuffer buffer, final int lengthBytes) {
        final ByteBuffer bytes = ByteBuffer.allocate(lengthBytes);
        buffer.getBytes(0, bytes, lengthBytes);
        return bytes.flip();
    }
}
