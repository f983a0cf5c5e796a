package io.hotspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotspan.model.TraceId;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** One process writes a journal, another one follows it. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // reading cannot be interrupted
class FollowIT {
    @TempDir Path scratch;
    private TestJournal journal;
    private Process process;
    private BufferedReader lines;

    @BeforeEach
    void open() {
        journal = new TestJournal(scratch.resolve("journal"));
    }

    @AfterEach
    void close() throws Exception {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        journal.close();
    }

    @Test
    void anotherProcessSeesTracesAsTheyEnd() throws Exception {
        final TraceId first = record("first");
        start("\"$HOTSPAN\" traces journal --follow --json");
        assertThat(nextTrace()).isEqualTo(first.toString());
        for (int i = 0; i < 5; i++) {
            assertThat(record("next")).hasToString(nextTrace());
        }
    }

    @Test
    void itEndsBetweenTwoLines() throws Exception {
        record("first");
        start("exec \"$HOTSPAN\" traces journal --follow");
        assertThat(lines.readLine()).startsWith("TRACE ");
        assertThat(lines.readLine()).contains(" first ");
        process.toHandle().destroy(); // SIGTERM; the process object would close the pipes too
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(lines.readLine()).isNull();
        assertThat(messages()).isEmpty();
    }

    @Test
    void itEndsWhenNobodyReadsAnyMore() throws Exception {
        record("first");
        start(
                "{ \"$HOTSPAN\" traces journal --follow --json; echo \"code $?\" >&2; }"
                        + " | head -n 1");
        assertThat(lines.readLine()).contains("\"first\"");
        final long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        // it notices when it writes, and only after head has gone
        while (!process.waitFor(300, TimeUnit.MILLISECONDS)) {
            assertThat(System.nanoTime()).isLessThan(deadlineNanos);
            record("nobody reads this one");
        }
        assertThat(messages()).isEqualTo("code 0\n");
    }

    private TraceId record(final String name) {
        final TraceId id = journal.trace(name, 0, 1_000_000);
        journal.flush();
        return id;
    }

    private void start(final String line) throws Exception {
        process = new Launcher(scratch).builder("sh", "-c", line).start();
        process.getOutputStream().close();
        lines = process.inputReader(StandardCharsets.UTF_8);
    }

    private String nextTrace() throws Exception {
        return new JsonMapper().readTree(lines.readLine()).get("traceId").asText();
    }

    private String messages() throws Exception {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
