package io.hotspan.demo.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter err = new StringWriter();

    @Test
    void onATerminalABarMoves() {
        final ProgressBar bar = bar(new Terminal(true, true, false, 100));
        bar.accept(progress(0, 0));
        bar.accept(progress(100, SECOND));
        assertThat(err)
                .hasToString(
                        "\r\u001b[K  "
                                + "░".repeat(30)
                                + "  0 of 200 requests, 0/s"
                                + "\r\u001b[K  "
                                + "█".repeat(15)
                                + "░".repeat(15)
                                + "  100 of 200 requests, 100/s");
    }

    @Test
    void theBarIsTakenAway() {
        bar(new Terminal(true, false, false, 100)).clear();
        assertThat(err).hasToString("\r\u001b[K");
    }

    @Test
    void inAsciiItIsAsciiAlone() {
        bar(new Terminal(true, true, true, 100)).accept(progress(200, SECOND));
        assertThat(err.toString())
                .isEqualTo("\r\u001b[K  " + "#".repeat(30) + "  200 of 200 requests, 200/s");
    }

    @Test
    void aNarrowTerminalHasNoBar() {
        bar(new Terminal(true, true, false, 40)).accept(progress(50, SECOND));
        assertThat(err).hasToString("\r\u001b[K50 of 200 requests, 50/s");
    }

    @Test
    void elsewhereThereIsALineNowAndThen() {
        final ProgressBar bar = bar(new Terminal(false, false, false, 100));
        for (int done = 0; done <= 200; done += 10) {
            bar.accept(progress(done, done * SECOND / 25)); // 8 s
        }
        bar.clear();
        assertThat(err).hasToString("  80 of 200 requests, 25/s\n  160 of 200 requests, 25/s\n");
    }

    private ProgressBar bar(final Terminal terminal) {
        return new ProgressBar(new PrintWriter(err), terminal);
    }

    private static LoadProgress progress(final int done, final long elapsedNanos) {
        return new LoadProgress(200, done, 0, 0, elapsedNanos, null);
    }
}
