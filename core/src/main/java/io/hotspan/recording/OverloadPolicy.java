package io.hotspan.recording;

/** What a producer does when its ring is full since the drainer is a lap behind. */
public enum OverloadPolicy {
    /**
     * Does not wait: a span that does not fit is lost whole, and counted. Only while the journal's
     * first segment is being made, some tenths of a second, a thread with a full ring waits for it,
     * for two seconds at the most.
     */
    DROP,

    /** Waits for room up to a time limit, and loses the span only then. */
    WAIT
}
