package io.hotspan.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Annotated;
import com.acme.Silent;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's start: its options, its jar's name, and libraries beside it. */
class StartIT {
    @TempDir Path scratch;

    @Test
    void aProgramWithNothingToTraceIsLeftInPeace() throws Exception {
        final AgentRun run = new AgentRun(scratch).runQuietly(Silent.class);
        assertThat(run.lines()).containsExactly("hello");
        assertThat(run.traces()).isEmpty();
    }

    @Test
    void aWrongOptionEndsTheJvmWithALine() throws Exception {
        final AgentRun run = new AgentRun(scratch).with("sampling=2").run(Silent.class);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.lines()).isEmpty();
        assertThat(run.err())
                .isEqualTo(
                        "hotspan: option out of range: hotspan.sampling=2 (agent argument),"
                                + " allowed: 0.0 to 1.0; not in the range\n");
    }

    @Test
    void aProgramRunsOnWithoutItsJournal() throws Exception {
        final Path file = Files.createFile(scratch.resolve("file"));
        final AgentRun run = new AgentRun(scratch).withJournal(file).run(Silent.class);
        assertThat(run.lines()).containsExactly("hello");
        assertThat(run.err()).startsWith("hotspan: not tracing: ").contains(file.toString());
    }

    @Test
    void aProgramMayHaveHotspanAndAgronaOfItsOwn() throws Exception {
        final AgentRun run =
                new AgentRun(scratch)
                        .withLibraries("core/target", "hotspan-core", "agrona")
                        .run(Annotated.class);
        assertThat(run.trees()).contains("answer[by hand[upper]]");
    }

    @Test
    void theJarMayHaveAnotherName() throws Exception {
        final Path renamed =
                Files.copy(Path.of("target", "hotspan-agent.jar"), scratch.resolve("renamed.jar"));
        final AgentRun run = new AgentRun(scratch).withAgent(renamed).run(Annotated.class);
        assertThat(run.trees()).contains("answer[by hand[upper]]");
    }
}
