package io.hotspan.cli;

import io.hotspan.terminal.Terminal;
import io.hotspan.trace.TreeOptions;
import java.io.PrintWriter;
import java.time.ZoneId;

/**
 * Where a command writes: answers to standard output, everything else to standard error.
 *
 * @param out answers, and nothing else
 * @param err messages
 * @param terminal what standard output can show
 * @param zone times are shown in it
 * @param isDebug whether failures are shown with their stack traces
 */
record Output(PrintWriter out, PrintWriter err, Terminal terminal, ZoneId zone, boolean isDebug) {
    /** How traces are drawn, shortened. */
    TreeOptions treeOptions() {
        return TreeOptions.DEFAULT
                .withWidth(terminal.width())
                .withColour(terminal.isColoured())
                .withAscii(terminal.isAscii());
    }

    /** Writes a line of the answer. */
    void line(final String text) {
        out.print(text);
        out.print('\n');
    }

    /** Writes a message of one line. */
    void message(final String text) {
        err.print("hotspan: ");
        err.print(text);
        err.print('\n');
        err.flush();
    }
}
