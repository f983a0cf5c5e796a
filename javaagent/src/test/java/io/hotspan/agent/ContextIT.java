package io.hotspan.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Handovers;
import com.acme.Switches;
import io.hotspan.trace.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Context follows work to other threads, unless it is told not to. */
class ContextIT {
    private static final String METHODS =
            "trace=com.acme.Handovers#through*,com.acme.Handovers#work";
    private static final String WORK = "Handovers.work";
    private static final boolean HAS_VIRTUAL_THREADS = Runtime.version().feature() >= 21;

    private static final List<String> ALL =
            List.of(
                    "thread-pools",
                    "fork-join",
                    "completable-future",
                    "threads",
                    "virtual-threads");

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thread-pools",
                "fork-join",
                "completable-future",
                "threads",
                "virtual-threads"
            })
    void eachCanBeSwitchedOffAloneAndTheOthersStillDo(final String off) throws Exception {
        final List<String> others = new ArrayList<>(ALL);
        others.remove(off);
        final AgentRun run =
                new AgentRun(scratch)
                        .with("propagate=" + String.join(",", others))
                        .runQuietly(Switches.class);
        final Map<String, Boolean> follows = new TreeMap<>();
        for (final Trace trace : run.traces()) {
            if (!trace.root().name().equals("work")) {
                follows.put(trace.root().name(), trace.spans().size() == 2);
            }
        }
        final Map<String, Boolean> expected = new TreeMap<>();
        for (final String way : ALL) {
            if (HAS_VIRTUAL_THREADS || !way.equals("virtual-threads")) {
                expected.put(way, !way.equals(off));
            }
        }
        assertThat(follows).isEqualTo(expected);
    }
}
