package io.hotspan.stress.ring;

import io.hotspan.memory.Memory;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.SpanEndDescriptor;
import io.hotspan.ring.Ring;
import io.hotspan.ring.RingFile;
import io.hotspan.ring.RingReader;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** A ring of plain memory with its reader: small, since jcstress makes thousands. */
final class SmallRing {
    private static final int CAPACITY_BYTES = 512;
    private static final int LENGTH_BYTES = 24;
    private static final long FILLING = 0x5A5A_A5A5_1234_4321L;

    private final RingFile ring;
    private final RingReader reader;
    private final Tally tally = new Tally();

    SmallRing(final int kind) {
        ring =
                RingFile.inMemory(
                        new RingIdentity(1, 1, 2, 3, 4),
                        kind,
                        CAPACITY_BYTES,
                        new ClockAnchor(0, 0));
        reader = new RingReader(ring);
    }

    RingFile ring() {
        return ring;
    }

    /** Commits a record whose body can be told from one that is not whole. */
    static void write(final Ring ring) {
        final long address = ring.claim(LENGTH_BYTES);
        if (address != Ring.INSUFFICIENT_CAPACITY) {
            fill(address, LENGTH_BYTES);
            ring.commit(address, header(RecordType.ATTRIBUTE_LONG, LENGTH_BYTES, 1), LENGTH_BYTES);
        }
    }

    /** Commits such records until there is no room. */
    static void fill(final Ring ring) {
        long address;
        while ((address = ring.claim(LENGTH_BYTES)) != Ring.INSUFFICIENT_CAPACITY) {
            fill(address, LENGTH_BYTES);
            ring.commit(address, header(RecordType.ATTRIBUTE_LONG, LENGTH_BYTES, 1), LENGTH_BYTES);
        }
    }

    /** Opens spans, as many as there is room for, and ends them. */
    static void openAndEnd(final Ring ring, final int atMost) {
        int opened = 0;
        while (opened < atMost && open(ring)) {
            opened++;
        }
        while (opened-- > 0) {
            end(ring);
        }
    }

    /** Opens a span; false if there is no room. */
    static boolean open(final Ring ring) {
        final long address = ring.claimStart(LENGTH_BYTES);
        if (address == Ring.INSUFFICIENT_CAPACITY) {
            return false;
        }
        fill(address, LENGTH_BYTES);
        final long ordinal = ring.nextOrdinal();
        ring.commitStart(
                address, header(RecordType.START_ROOT, LENGTH_BYTES, ordinal), LENGTH_BYTES);
        return true;
    }

    /** Ends a span that is open. */
    static void end(final Ring ring) {
        final int lengthBytes = SpanEndDescriptor.LENGTH_WITH_DROPPED;
        final long address = ring.claimEnd(lengthBytes);
        fill(address, lengthBytes);
        ring.commitEnd(address, header(RecordType.END, lengthBytes, 1), lengthBytes);
    }

    /**
     * Reads what is committed; the body of the first record is the result, 0 and 0 if there is
     * none.
     */
    void read(final JJ_Result result) {
        reader.read(
                (position, records, index, lengthBytes) -> {
                    final int body = index + RecordDescriptor.HEADER_LENGTH;
                    result.r1 = records.getLong(body, ByteOrder.LITTLE_ENDIAN);
                    result.r2 = records.getLong(body + Long.BYTES, ByteOrder.LITTLE_ENDIAN);
                },
                CAPACITY_BYTES);
    }

    /** Reads once: the records, and those of them that are not whole. */
    void count(final II_Result result) {
        reader.read(this::add, CAPACITY_BYTES);
        result.r1 = tally.records;
        result.r2 = tally.broken;
    }

    /** Reads all that is committed, and tells what was read so far. One thread at a time. */
    Tally tally() {
        if (reader.backlogBytes() > CAPACITY_BYTES) {
            tally.overruns++;
        }
        int readBytes;
        do {
            readBytes = reader.read(this::add, CAPACITY_BYTES);
        } while (readBytes > 0);
        return tally;
    }

    /** Spans without an END, records that are not whole, and times that too much was in it. */
    void account(final III_Result result) {
        tally();
        result.r1 = tally.starts - tally.ends;
        result.r2 = tally.broken;
        result.r3 = tally.overruns + (reader.backlogBytes() == 0 ? 0 : 1);
    }

    private void add(
            final long position, final DirectBuffer records, final int index, final int runBytes) {
        int offset = 0;
        while (offset < runBytes) {
            final long header = records.getLong(index + offset, ByteOrder.LITTLE_ENDIAN);
            final int lengthBytes = RecordDescriptor.lengthBytes(header);
            if (lengthBytes == 0 || lengthBytes > runBytes - offset) {
                tally.broken++;
                return;
            }
            add(records, index + offset, header, lengthBytes);
            offset += lengthBytes;
        }
    }

    private void add(
            final DirectBuffer records, final int index, final long header, final int lengthBytes) {
        final int type = RecordDescriptor.type(header);
        if (type == RecordType.PADDING) {
            return;
        }
        tally.records++;
        switch (type) {
            case RecordType.START_ROOT -> {
                tally.starts++;
                final int ordinal = (int) RecordDescriptor.ordinal(header);
                tally.highestOrdinal = Math.max(tally.highestOrdinal, ordinal);
            }
            case RecordType.END -> tally.ends++;
            case RecordType.ATTRIBUTE_LONG -> {}
            default -> tally.broken++;
        }
        for (int word = Long.BYTES; word < lengthBytes; word += Long.BYTES) {
            if (records.getLong(index + word, ByteOrder.LITTLE_ENDIAN) != FILLING) {
                tally.broken++;
            }
        }
    }

    private static void fill(final long address, final int lengthBytes) {
        for (int word = Long.BYTES; word < lengthBytes; word += Long.BYTES) {
            Memory.putLong(address + word, FILLING);
        }
    }

    private static long header(final int type, final int lengthBytes, final long ordinal) {
        return RecordDescriptor.header(lengthBytes, type, ordinal);
    }

    /** What was read. */
    static final class Tally {
        private int records;
        private int starts;
        private int ends;
        private int highestOrdinal;
        private int broken;
        private int overruns;

        int starts() {
            return starts;
        }

        int ends() {
            return ends;
        }

        int highestOrdinal() {
            return highestOrdinal;
        }

        /** Records that are not committed, or not whole. */
        int broken() {
            return broken;
        }
    }
}
