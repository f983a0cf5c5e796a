package io.hotspan.recording;

/** What a producer does when its ring is full since the drainer is a lap behind. */
public enum OverloadPolicy {
    /** Never waits: a span that does not fit is lost whole, and counted. */
    DROP,

    /** Waits for room up to a time limit, and loses the span only then. */
    WAIT
}
