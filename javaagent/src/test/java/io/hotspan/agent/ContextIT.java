package io.hotspan.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Handovers;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Context follows work to other threads, unless it is told not to. */
class ContextIT {
    private static final String METHODS =
            "trace=com.acme.Handovers#through*,com.acme.Handovers#work";
    private static final String WORK = "Handovers.work";
    private static final boolean HAS_VIRTUAL_THREADS = Runtime.version().feature() >= 21;

    @TempDir Path scratch;

    @Test
    void workHangsOnWhatHandedItOver() throws Exception {
        final AgentRun run = new AgentRun(scratch).with(METHODS).runQuietly(Handovers.class);
        assertThat(run.lines()).containsExactly("done");
        assertThat(run.trees())
                .contains(
                        "Handovers.throughPool[" + WORK + ", " + WORK + "]",
                        "Handovers.throughTimer[" + WORK + "]",
                        "Handovers.throughForkJoin[" + WORK + "]",
                        "Handovers.throughStages["
                                + String.join(", ", WORK, WORK, WORK, WORK)
                                + "]",
                        "Handovers.throughParallelStream["
                                + String.join(", ", Collections.nCopies(8, WORK))
                                + "]",
                        "Handovers.throughThread[" + WORK + "]",
                        WORK); // handed over by nobody
        assertThat(run.trees()).hasSize(HAS_VIRTUAL_THREADS ? 8 : 7);
        if (HAS_VIRTUAL_THREADS) {
            assertThat(run.trees()).contains("Handovers.throughVirtualThread[" + WORK + "]");
        }
    }

    @Test
    void whatIsSwitchedOffTakesNoContextAlong() throws Exception {
        final AgentRun run =
                new AgentRun(scratch)
                        .with(METHODS + ",propagate=fork-join")
                        .runQuietly(Handovers.class);
        assertThat(run.trees())
                .contains(
                        "Handovers.throughPool",
                        "Handovers.throughTimer",
                        "Handovers.throughForkJoin[" + WORK + "]",
                        "Handovers.throughThread");
    }

    @Test
    void allCanBeSwitchedOff() throws Exception {
        final AgentRun run =
                new AgentRun(scratch).with(METHODS + ",propagate=none").runQuietly(Handovers.class);
        // no fork-join: who waits for such a task may run it
        assertThat(run.trees())
                .contains(
                        "Handovers.throughPool",
                        "Handovers.throughTimer",
                        "Handovers.throughStages",
                        "Handovers.throughThread");
    }
}
