package io.hotspan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.replay.Replay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo, ended in the middle by whoever wants to see what becomes of its journal. */
@Timeout(120)
class StoppedDemoIT {
    @TempDir Path scratch;
    @TempDir Path other;

    @Test
    void stoppedInOrderItLeavesAWholeJournalWithoutOpenSpans() throws Exception {
        final Process running = start();
        running.destroy(); // SIGTERM, which ends a JVM as Ctrl-C does
        assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue()).isEqualTo(143);
        assertThat(DemoRun.ended(scratch, running).out())
                .endsWith("\nstopped; what was recorded is in d\n");
        assertWhole();
        assertThat(new Replay(journal()).statistics().openSpans()).isZero();
    }

    @Test
    void aProgramThatIsKilledLosesNothing() throws Exception {
        final Process running = start();
        final List<ProcessHandle> program = running.toHandle().descendants().toList();
        assertThat(program).hasSize(1);
        program.get(0).destroyForcibly(); // kill -9
        assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
        final DemoRun run = DemoRun.ended(scratch, running);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("the program ended before its end, with exit code 137; ")
                .contains(" is in d");
        assertThat(DemoRun.of(other, "recover", journal()).out()).startsWith("recovered: 1 ");
        assertWhole();
    }

    @Test
    void aCommandThatIsKilledTakesItsProgramAlongInOrder() throws Exception {
        final Process running = start();
        final ProcessHandle program = running.toHandle().descendants().findFirst().orElseThrow();
        running.destroyForcibly(); // its program's standard input ends by that
        program.onExit().get(30, TimeUnit.SECONDS);
        assertWhole();
    }

    /** Returns when another process sees traces, while the demo runs. */
    private Process start() throws Exception {
        final Process running =
                DemoRun.start(scratch, Map.of(), "demo", "--requests=100000", "--dir=d");
        while (!Files.exists(journal().resolve("journal.hotspan"))
                || new Replay(journal()).statistics().traces() == 0) {
            assertThat(running.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        return running;
    }

    private Path journal() {
        return scratch.resolve("d");
    }

    private void assertWhole() throws Exception {
        final DemoRun verified = DemoRun.of(other, "verify", journal());
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    }
}
