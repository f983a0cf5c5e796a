package io.hotspan.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hotspan.journal.ChildJvm;
import io.hotspan.replay.Replay;
import io.hotspan.replay.VerifyReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a {@code /dev/shm} of the test's own, as a container has it; otherwise skipped. */
class SmallSharedMemoryTest {
    @TempDir Path directory;

    @Test
    void whatDoesNotFitIntoAContainersSharedMemoryIsRecordedAllTheSame() throws Exception {
        assertAllIsRecorded(run("20m", "none"), "no room for more rings in /dev/shm/");
    }

    @Test
    void sharedMemoryThatOthersFillCostsNoSpans() throws Exception {
        assertAllIsRecorded(run("64m", "fill"), "no room for more rings in /dev/shm/");
    }

    @Test
    void withTooLittleSharedMemoryRingsLieOnDisk() throws Exception {
        assertAllIsRecorded(run("4m", "none"), "rings lie in ");
    }

    private void assertAllIsRecorded(final String output, final String warning) {
        assertThat(output).contains("opened=2001 failures=0 end");
        assertThat(output.lines().filter(line -> line.contains("WARNING"))).hasSize(1);
        assertThat(output).contains(warning);
        final VerifyReport report = new Replay(directory.resolve("journal")).verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.notClosedSessions()).isEmpty();
        assertThat(report.spans()).isEqualTo(2001);
    }

    private String run(final String size, final String fill) throws Exception {
        final List<String> prefix =
                List.of(
                        "unshare",
                        "--mount",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=" + size + " tmpfs /dev/shm && exec \"$@\"",
                        "sh");
        final List<String> command = new ArrayList<>(prefix);
        command.add("true");
        assumeTrue(
                Mounts.run(command.toArray(String[]::new)), "a /dev/shm of its own can be mounted");
        final ProcessBuilder child =
                ChildJvm.withOptions(
                        SharedMemoryProcess.class, directory.resolve("journal").toString(), fill);
        child.command().addAll(0, prefix);
        return ChildJvm.outputOf(child);
    }
}
