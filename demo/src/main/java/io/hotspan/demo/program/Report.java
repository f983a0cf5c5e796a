package io.hotspan.demo.program;

import io.hotspan.demo.corpus.Documents;
import io.hotspan.demo.load.LoadProgress;
import java.io.PrintStream;

/**
 * Tells the command {@code hotspan demo} how it goes, in lines of words: {@code ready PASSAGES
 * DOCUMENTS SKIPPED}, {@code progress ANSWERED REFUSED FAILED NANOS}, {@code failure TEXT}, and at
 * the end {@code end CALLS}. For one thread.
 */
final class Report {
    private final PrintStream out;
    private String failure;

    Report(final PrintStream out) {
        this.out = out;
    }

    void ready(final int passages, final Documents documents) {
        line("ready", passages, documents.files().size(), documents.skippedCount());
    }

    void progress(final LoadProgress progress) {
        line(
                "progress",
                progress.answered(),
                progress.refused(),
                progress.failed(),
                progress.elapsedNanos());
        if (failure == null && progress.failure() != null) {
            failure = progress.failure();
            line("failure", failure.replaceAll("\\s+", " "));
        }
    }

    void end(final long calls) {
        line("end", calls);
    }

    private void line(final String word, final Object... values) {
        final StringBuilder line = new StringBuilder(word);
        for (final Object value : values) {
            line.append(' ').append(value);
        }
        out.print(line.append('\n'));
        out.flush();
    }
}
