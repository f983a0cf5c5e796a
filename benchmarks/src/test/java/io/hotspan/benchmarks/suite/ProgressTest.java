package io.hotspan.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void eachBenchmarkIsALineWithTheTimeLeft() {
        final Progress progress = progress(false);
        progress.next("A.a", 0);
        assertThat(text()).isEqualTo("  1 of 3, 2 min 20 s left: A.a\n");
    }

    @Test
    void theTimeLeftIsAtThePaceSoFar() {
        final Progress progress = progress(false);
        progress.next("A.a", 0);
        bytes.reset();
        progress.next("A.b", 20 * SECOND); // planned: 10 s
        assertThat(text()).isEqualTo("  2 of 3, 4 min 20 s left: A.b\n");
    }

    @Test
    void aLongBenchmarkIsNotSilentForMoreThanTenSeconds() {
        final Progress progress = progress(false);
        progress.next("A.a", 0);
        progress.next("A.b", 10 * SECOND);
        bytes.reset();
        progress.tick(11 * SECOND);
        assertThat(text()).isEmpty();
        progress.tick(20 * SECOND);
        assertThat(text()).isEqualTo("  2 of 3, 2 min 0 s left: A.b\n");
    }

    @Test
    void aTerminalHasOneLineThatChanges() {
        final Progress progress = progress(true);
        progress.next("A.a", 0);
        progress.next("A.b", 10 * SECOND);
        progress.tick(70 * SECOND);
        assertThat(text()).doesNotContain("\n").contains("██████████░░░░░░░░░░  2 of 3, 70 s left");
        bytes.reset();
        progress.end();
        assertThat(text()).isEqualTo("\r\u001b[K");
    }

    private Progress progress(final boolean isTerminal) {
        final Progress progress =
                new Progress(
                        new PrintStream(bytes, true, StandardCharsets.UTF_8),
                        isTerminal,
                        List.of(
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(70),
                                Duration.ofSeconds(60)));
        progress.start(0);
        return progress;
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
