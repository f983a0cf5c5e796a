package io.hotspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotspan.model.TraceId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each test reads what is written while the command runs on another thread. */
@Timeout(60)
class FollowedTracesTest {
    @TempDir Path directory;
    private final StringWriter err = new StringWriter();
    private final StopSignal stop = new StopSignal();
    private TestJournal journal;

    @BeforeEach
    void open() {
        journal = new TestJournal(directory);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void tracesComeWhenTheyEnd() throws Exception {
        final TraceId first = journal.trace("first", 0, 10);
        final long open = journal.root("second", 5);
        journal.flush();
        final PipedReader reader = new PipedReader();
        final BufferedReader lines = new BufferedReader(reader);
        final CompletableFuture<Integer> exitCode = start(new PipedWriter(reader));
        assertThat(lines.readLine()).startsWith("TRACE  ");
        assertThat(lines.readLine()).startsWith(first + "  ");
        journal.end(open, 3_000_005);
        journal.flush();
        assertThat(lines.readLine())
                .startsWith(TestJournal.traceId(open) + "  ")
                .contains("second         3.00 ms");
        stop.request();
        assertThat(exitCode.get(10, TimeUnit.SECONDS)).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theLimitHoldsForTheTracesOfBefore() throws Exception {
        journal.trace("first", 0, 10);
        final TraceId second = journal.trace("second", 1, 10);
        journal.flush();
        final PipedReader reader = new PipedReader();
        final BufferedReader lines = new BufferedReader(reader);
        final CompletableFuture<Integer> exitCode =
                start(new PipedWriter(reader), "--limit", "1", "--json");
        assertThat(new JsonMapper().readTree(lines.readLine()).get("traceId").asText())
                .isEqualTo(second.toString());
        stop.request();
        assertThat(exitCode.get(10, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void aFilterHoldsForWhatEndedBeforeAndForWhatEndsLater() throws Exception {
        journal.trace("no", 0, 10);
        journal.trace("yes", 1, 10);
        final long open = journal.root("yes, later", 5);
        final long other = journal.root("no, later", 6);
        journal.flush();
        final PipedReader reader = new PipedReader();
        final BufferedReader lines = new BufferedReader(reader);
        final CompletableFuture<Integer> exitCode =
                start(new PipedWriter(reader), "--filter", "trace.name LIKE 'yes%'", "--json");
        final JsonMapper mapper = new JsonMapper();
        assertThat(mapper.readTree(lines.readLine()).get("name").asText()).isEqualTo("yes");
        journal.end(other, 100);
        journal.end(open, 200);
        journal.flush();
        assertThat(mapper.readTree(lines.readLine()).get("name").asText()).isEqualTo("yes, later");
        stop.request();
        assertThat(exitCode.get(10, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void aReaderThatHasGoneEndsItWithoutAMessage() throws Exception {
        journal.trace("first", 0, 10);
        journal.flush();
        final CompletableFuture<Integer> exitCode = start(new ClosedPipe());
        assertThat(exitCode.get(10, TimeUnit.SECONDS)).isZero();
        assertThat(err.toString()).isEmpty();
    }

    private CompletableFuture<Integer> start(final Writer out, final String... options) {
        final Output output =
                new Output(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        CommandRun.PIPE,
                        ZoneOffset.UTC,
                        false);
        final String[] args = new String[options.length + 3];
        args[0] = "traces";
        args[1] = directory.toString();
        args[2] = "--follow";
        System.arraycopy(options, 0, args, 3, options.length);
        return CompletableFuture.supplyAsync(
                () -> HotspanCommand.commandLine(output, stop).execute(args));
    }

    private static final class ClosedPipe extends Writer {
        @Override
        public void write(final char[] chars, final int offset, final int length)
                throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
