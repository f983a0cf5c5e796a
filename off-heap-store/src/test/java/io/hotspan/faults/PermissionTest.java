package io.hotspan.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hotspan.journal.ChildJvm;
import io.hotspan.replay.Replay;
import io.hotspan.replay.VerifyReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root may write everywhere; so it first gives that up, or else the test is skipped. */
class PermissionTest {
    private static final List<String> WITHOUT_PRIVILEGES =
            List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search");

    @TempDir Path directory;

    @Test
    void permissionThatIsTakenAwayIsToldOnceAndCountedAndRecordingResumes() throws Exception {
        final ProcessBuilder child =
                ChildJvm.withOptions(PermissionProcess.class, directory.toString());
        if ("root".equals(Files.getOwner(directory).getName())) {
            child.command().addAll(0, WITHOUT_PRIVILEGES);
            assumeTrue(
                    Mounts.run(WITHOUT_PRIVILEGES.get(0), "--version"),
                    "privileges can be dropped");
        }

        final String output = ChildJvm.outputOf(child);

        assertThat(output).contains("at the start: cannot make a journal: ");
        assertThat(output.lines().filter(line -> line.contains("WARNING")))
                .hasSize(2)
                .first()
                .asString()
                .contains("cannot write the journal " + directory.resolve("journal"))
                .contains("AccessDenied");
        final VerifyReport report = new Replay(directory.resolve("journal")).verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.notClosedSessions()).isEmpty();
        assertThat(output).contains("opened=" + (report.spans() + report.lostSpans()));
        assertThat(report.lostSpans()).isPositive();
    }
}
