package io.hotspan.stress.ring;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.hotspan.ring.ManyWriterRing;
import io.hotspan.ring.OneWriterRing;
import io.hotspan.ring.Ring;
import io.hotspan.ring.RingDescriptor;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * The drainer never reads past a commit: in what it is given every record is committed and whole,
 * however many there are. The second number counts those that are not.
 */
public final class TheReaderStopsAtAnOpenClaim {
    private TheReaderStopsAtAnOpenClaim() {}

    /** One writer commits twice. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Read before the first commit.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Read between the commits.")
    @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "Read behind both.")
    @State
    public static class OfOneWriter {
        private final SmallRing file = new SmallRing(RingDescriptor.KIND_ONE_WRITER);
        private final Ring ring = new OneWriterRing(file.ring());

        @Actor
        public void producer() {
            SmallRing.write(ring);
            SmallRing.write(ring);
        }

        @Actor
        public void reader(final II_Result result) {
            file.count(result);
        }
    }

    /** A writer may be within its claim when another one has committed behind it. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Behind an open claim: nothing yet.")
    @Outcome(
            id = "1, 0",
            expect = ACCEPTABLE,
            desc = "The reader's own; the other's is not there or open.")
    @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "Read behind both commits.")
    @State
    public static class OfManyWriters {
        private final SmallRing file = new SmallRing(RingDescriptor.KIND_MANY_WRITERS);
        private final Ring ring = new ManyWriterRing(file.ring());

        @Actor
        public void producer() {
            SmallRing.write(ring);
        }

        @Actor
        public void otherProducerAndReader(final II_Result result) {
            SmallRing.write(ring);
            file.count(result);
        }
    }
}
