package io.hotspan.stress.ring;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.hotspan.ring.OneWriterRing;
import io.hotspan.ring.RingDescriptor;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * The ring of a thread that died goes to another one, which goes on behind what the first wrote. A
 * thread's death happens before {@code isAlive()} is false, as a volatile store before its load.
 */
@JCStressTest
@Outcome(id = "2, 2, 0", expect = ACCEPTABLE, desc = "Not handed over: the spans of the first.")
@Outcome(id = "3, 3, 0", expect = ACCEPTABLE, desc = "Handed over: the next span has number 3.")
@State
public class ARingPassesOnWhole {
    private final SmallRing file = new SmallRing(RingDescriptor.KIND_ONE_WRITER);
    private final OneWriterRing first = new OneWriterRing(file.ring());
    private volatile boolean firstIsDead;

    @Actor
    public void dyingThread() {
        SmallRing.openAndEnd(first, 1);
        SmallRing.openAndEnd(first, 1);
        firstIsDead = true;
    }

    @Actor
    public void readerAndNextThread() {
        file.tally();
        if (firstIsDead) {
            SmallRing.openAndEnd(new OneWriterRing(file.ring()), 1);
        }
    }

    /** STARTs, the highest number of a span, and what is not whole or has no END. */
    @Arbiter
    public void account(final III_Result result) {
        final SmallRing.Tally tally = file.tally();
        result.r1 = tally.starts();
        result.r2 = tally.highestOrdinal();
        result.r3 = tally.broken() + tally.starts() - tally.ends();
    }
}
