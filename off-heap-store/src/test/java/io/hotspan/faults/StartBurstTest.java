package io.hotspan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.journal.ChildJvm;
import io.hotspan.replay.Replay;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartBurstTest {
    @TempDir Path journal;

    @Test
    void aBurstRightAfterTheStartOfAProgramIsRecordedWhole() throws Exception {
        final String output =
                ChildJvm.outputOf(ChildJvm.withOptions(StartingProcess.class, journal.toString()));

        assertThat(output).contains("waited=true lost=0");
        assertThat(new Replay(journal).verify().spans())
                .isEqualTo(StartingProcess.MORE_THAN_A_RING);
    }
}
