package io.hotspan.stress.ring;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.hotspan.memory.Memory;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.ring.ManyWriterRing;
import io.hotspan.ring.OneWriterRing;
import io.hotspan.ring.Ring;
import io.hotspan.ring.RingDescriptor;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/**
 * A reader that sees a committed record sees every byte of it: the header, which is written last,
 * and the body, which is written with plain stores before.
 */
public final class CommitPublishesTheRecord {
    static final int LENGTH_BYTES = 24;
    static final long FIRST = 0x1111_1111_1111_1111L;
    static final long SECOND = 0x2222_2222_2222_2222L;

    private CommitPublishesTheRecord() {}

    /** The ring of one writer: the tail is published by a release store. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Read before the commit: nothing.")
    @Outcome(
            id = "1229782938247303441, 2459565876494606882",
            expect = ACCEPTABLE,
            desc = "Read after the commit: the whole record.")
    @State
    public static class OfOneWriter {
        private final SmallRing file = new SmallRing(RingDescriptor.KIND_ONE_WRITER);
        private final Ring ring = new OneWriterRing(file.ring());

        @Actor
        public void producer() {
            writeRecord(ring);
        }

        @Actor
        public void reader(final JJ_Result result) {
            file.read(result);
        }
    }

    /** The ring of many writers: the record's header is published by a release store. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The other one is within its claim: nothing.")
    @Outcome(
            id = "1229782938247303441, 2459565876494606882",
            expect = ACCEPTABLE,
            desc = "Read after the commit: the whole record, whoever's it is.")
    @State
    public static class OfManyWriters {
        private final SmallRing file = new SmallRing(RingDescriptor.KIND_MANY_WRITERS);
        private final Ring ring = new ManyWriterRing(file.ring());

        @Actor
        public void producer() {
            writeRecord(ring);
        }

        @Actor
        public void otherProducerAndReader(final JJ_Result result) {
            writeRecord(ring);
            file.read(result);
        }
    }

    private static void writeRecord(final Ring ring) {
        final long address = ring.claim(LENGTH_BYTES);
        Memory.putLong(address + RecordDescriptor.HEADER_LENGTH, FIRST);
        Memory.putLong(address + RecordDescriptor.HEADER_LENGTH + Long.BYTES, SECOND);
        ring.commit(
                address,
                RecordDescriptor.header(LENGTH_BYTES, RecordType.ATTRIBUTE_LONG, 1),
                LENGTH_BYTES);
    }
}
