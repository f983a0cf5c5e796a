package io.hotspan.demo;

import io.hotspan.demo.progress.LoadProgress;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Reads what the program tells of itself, in lines of words: {@code ready}, {@code progress},
 * {@code failure} and {@code end}. Other lines are passed over. For one thread.
 */
final class ProgramLines {
    private static final long UNKNOWN = -1;

    private final int requests;
    private final Consumer<TextCounts> ready;
    private final Consumer<LoadProgress> listener;
    private LoadProgress progress;
    private String failure;
    private long calls = UNKNOWN;

    /**
     * @param requests how many questions the program was told to ask
     * @param ready is told once, before the first question
     * @param listener is told how far it is
     */
    ProgramLines(
            final int requests,
            final Consumer<TextCounts> ready,
            final Consumer<LoadProgress> listener) {
        this.requests = requests;
        this.ready = ready;
        this.listener = listener;
    }

    /** Reads to the end. */
    void readAll(final BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            read(line);
        }
    }

    /** The last that was told; null if nothing was. */
    LoadProgress progress() {
        return progress == null
                ? null
                : new LoadProgress(
                        requests,
                        progress.answered(),
                        progress.refused(),
                        progress.failed(),
                        progress.elapsedNanos(),
                        failure);
    }

    /** Calls that the program counted; -1 if it did not come to its end. */
    long calls() {
        return calls;
    }

    private void read(final String line) {
        final String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "ready" ->
                    ready.accept(
                            new TextCounts(number(words[1]), number(words[2]), number(words[3])));
            case "progress" -> {
                progress =
                        new LoadProgress(
                                requests,
                                number(words[1]),
                                number(words[2]),
                                number(words[3]),
                                Long.parseLong(words[4]),
                                failure);
                listener.accept(progress);
            }
            case "failure" -> failure = line.substring("failure ".length());
            case "end" -> calls = Long.parseLong(words[1]);
            default -> {
                return; // not ours: of a library, perhaps
            }
        }
    }

    private static int number(final String word) {
        return Integer.parseInt(word);
    }
}
