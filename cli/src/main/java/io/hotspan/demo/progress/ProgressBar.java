package io.hotspan.demo.progress;

import io.hotspan.terminal.HumanText;
import io.hotspan.terminal.Terminal;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Shows how far a load is: on a terminal as a bar that moves, else as a line now and then. For one
 * thread.
 */
public final class ProgressBar implements Consumer<LoadProgress> {
    private static final int BAR_WIDTH = 30;
    private static final int MAX_COUNT_WIDTH = 32;
    private static final long LINE_NANOS = 3_000_000_000L;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final Terminal terminal;
    private long nextLineNanos = LINE_NANOS;

    /**
     * @param terminal what {@code err} can show
     */
    public ProgressBar(final PrintWriter err, final Terminal terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void accept(final LoadProgress progress) {
        if (terminal.isInteractive()) {
            err.print(CLEAR_LINE + bar(progress));
            err.flush();
        } else if (progress.elapsedNanos() >= nextLineNanos && progress.done() < progress.total()) {
            nextLineNanos = progress.elapsedNanos() + LINE_NANOS;
            err.print("  " + counts(progress) + "\n");
            err.flush();
        }
    }

    /** Takes the bar away. */
    public void clear() {
        if (terminal.isInteractive()) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }

    private String bar(final LoadProgress progress) {
        final int filled = (int) ((long) BAR_WIDTH * progress.done() / progress.total());
        final String bar =
                (terminal.isAscii() ? "#" : "█").repeat(filled)
                        + (terminal.isAscii() ? "." : "░").repeat(BAR_WIDTH - filled);
        return terminal.width() < BAR_WIDTH + MAX_COUNT_WIDTH
                ? counts(progress)
                : "  " + bar + "  " + counts(progress);
    }

    private static String counts(final LoadProgress progress) {
        return HumanText.count(progress.done())
                + " of "
                + HumanText.count(progress.total())
                + " requests"
                + String.format(Locale.ROOT, ", %,.0f/s", progress.perSecond());
    }
}
