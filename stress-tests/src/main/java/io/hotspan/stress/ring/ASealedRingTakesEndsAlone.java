package io.hotspan.stress.ring;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.hotspan.ring.ManyWriterRing;
import io.hotspan.ring.RingDescriptor;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * What {@code close()} promises of the shared ring, which it seals: a span that begins beside it is
 * recorded and counted, or neither; and one that is open may still end.
 */
public final class ASealedRingTakesEndsAlone {
    private ASealedRingTakesEndsAlone() {}

    /** STARTs that are read, and the number of the last span: they agree. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Sealed before: no span.")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Sealed between the two.")
    @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "Sealed behind both.")
    @State
    public static class AgainstStarts {
        private final SmallRing file = new SmallRing(RingDescriptor.KIND_MANY_WRITERS);
        private final ManyWriterRing ring = new ManyWriterRing(file.ring());

        @Actor
        public void recorder() {
            SmallRing.openAndEnd(ring, 1);
            SmallRing.openAndEnd(ring, 1);
        }

        @Actor
        public void closer() {
            ring.seal();
        }

        @Arbiter
        public void account(final II_Result result) {
            result.r1 = file.tally().starts();
            result.r2 = (int) ring.lastOrdinal();
        }
    }

    /** ENDs of a span that was open, and records that are not whole. */
    @JCStressTest
    @Outcome(
            id = "1, 0",
            expect = ACCEPTABLE,
            desc = "The END is there, before or behind the seal.")
    @State
    public static class AgainstEnds {
        private final SmallRing file = new SmallRing(RingDescriptor.KIND_MANY_WRITERS);
        private final ManyWriterRing ring = new ManyWriterRing(file.ring());
        private final boolean isOpen = SmallRing.open(ring);

        @Actor
        public void recorder() {
            if (isOpen) {
                SmallRing.end(ring);
            }
        }

        @Actor
        public void closer() {
            ring.seal();
        }

        @Arbiter
        public void account(final II_Result result) {
            result.r1 = file.tally().ends();
            result.r2 = file.tally().broken();
        }
    }
}
