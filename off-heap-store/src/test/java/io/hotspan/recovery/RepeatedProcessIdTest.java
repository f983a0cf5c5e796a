package io.hotspan.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hotspan.journal.ChildJvm;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As in containers, where every process has the id 1. Skipped where namespaces are not allowed. */
class RepeatedProcessIdTest {
    private static final List<String> AS_PROCESS_1 =
            List.of("unshare", "--pid", "--fork", "--mount-proc", "--kill-child");

    @TempDir Path directory;
    private Path journal;

    @BeforeEach
    void assumeNamespaces() throws Exception {
        journal = directory.resolve("journal");
        boolean isAllowed;
        try {
            final List<String> command = new ArrayList<>(AS_PROCESS_1);
            command.add("true");
            isAllowed = new ProcessBuilder(command).start().waitFor() == 0;
        } catch (final IOException e) {
            isAllowed = false; // there is no such command
        }
        assumeTrue(isAllowed, "process id namespaces can be made (unshare --pid)");
    }

    @Test
    void theRingsOfALivingProcess1AreNotTakenByAnother() throws Exception {
        final Process recording = startRecording();
        try {
            assertThat(recover()).contains("pid 1: ", "recovered=0", "alive=1", "failed=0");
        } finally {
            recording.destroyForcibly().waitFor();
        }
        assertThat(recover()).contains("pid 1: ", "recovered=1", "alive=0", "failed=0");
    }

    private String recover() throws Exception {
        return ChildJvm.outputOf(
                asProcess1(ChildJvm.withOptions(RecoveringProcess.class, journal.toString())));
    }

    private Process startRecording() throws IOException {
        final Path witness = directory.resolve("witness");
        Files.write(witness, new byte[RecordingProcess.THREADS * Long.BYTES]);
        final Process process =
                asProcess1(
                                ChildJvm.withOptions(
                                        RecordingProcess.class,
                                        journal.toString(),
                                        witness.toString()))
                        .inheritIO()
                        .start();
        try (FileChannel channel = FileChannel.open(witness, StandardOpenOption.READ)) {
            final UnsafeBuffer numbers =
                    new UnsafeBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            while (numbers.getLongVolatile(0) < 100) {
                assertThat(process.isAlive()).isTrue();
                Thread.onSpinWait();
            }
        }
        return process;
    }

    private static ProcessBuilder asProcess1(final ProcessBuilder builder) {
        final List<String> command = new ArrayList<>(AS_PROCESS_1);
        command.addAll(builder.command());
        return builder.command(command);
    }
}
