package io.hotspan.stress.ring;

import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RingIdentity;
import io.hotspan.ring.RingFile;
import io.hotspan.ring.RingReader;
import java.nio.ByteOrder;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** A ring of plain memory with its reader: small, since jcstress makes thousands. */
final class SmallRing {
    private static final int CAPACITY_BYTES = 512;

    private final RingFile ring;
    private final RingReader reader;

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
}
