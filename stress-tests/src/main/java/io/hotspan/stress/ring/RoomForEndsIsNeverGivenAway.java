package io.hotspan.stress.ring;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.hotspan.ring.ManyWriterRing;
import io.hotspan.ring.OneWriterRing;
import io.hotspan.ring.Ring;
import io.hotspan.ring.RingDescriptor;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Each span that was admitted finds room for its END, however full others have made the ring: what
 * is read in the end has as many ENDs as STARTs, nothing that is not whole, and never was more in
 * the ring than it holds.
 */
public final class RoomForEndsIsNeverGivenAway {
    private RoomForEndsIsNeverGivenAway() {}

    /** Threads open and end spans in a shared ring, which one of them then fills up. */
    @JCStressTest
    @Outcome(id = "0, 0, 0", expect = ACCEPTABLE, desc = "Every END is there, and all is whole.")
    @State
    public static class OfManyWriters {
        private final SmallRing file = new SmallRing(RingDescriptor.KIND_MANY_WRITERS);
        private final Ring ring = new ManyWriterRing(file.ring());

        @Actor
        public void recorder() {
            SmallRing.openAndEnd(ring, 5);
        }

        @Actor
        public void otherRecorder() {
            SmallRing.openAndEnd(ring, 3);
            SmallRing.fill(ring);
        }

        @Arbiter
        public void account(final III_Result result) {
            file.account(result);
        }
    }

    /** The reader frees room while the one writer opens and ends as many spans as it can. */
    @JCStressTest
    @Outcome(id = "0, 0, 0", expect = ACCEPTABLE, desc = "Every END is there, and all is whole.")
    @State
    public static class OfOneWriter {
        private final SmallRing file = new SmallRing(RingDescriptor.KIND_ONE_WRITER);
        private final Ring ring = new OneWriterRing(file.ring());

        @Actor
        public void recorder() {
            SmallRing.openAndEnd(ring, 8);
            SmallRing.fill(ring);
            SmallRing.openAndEnd(ring, 8);
        }

        @Actor
        public void reader() {
            file.tally();
        }

        @Arbiter
        public void account(final III_Result result) {
            file.account(result);
        }
    }
}
