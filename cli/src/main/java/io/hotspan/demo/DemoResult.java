package io.hotspan.demo;

import io.hotspan.demo.progress.LoadProgress;

/**
 * How a demo went.
 *
 * @param load what the program counted last; null if it did not begin
 * @param openedSpans calls that the program counted beside the agent; -1 if it did not come to its
 *     end
 * @param earlierSpans spans that the journal had before
 * @param exitCode of the program
 */
record DemoResult(LoadProgress load, long openedSpans, long earlierSpans, int exitCode) {
    /** Whether the program came to its end, whatever it achieved. */
    boolean isComplete() {
        return openedSpans >= 0;
    }
}
