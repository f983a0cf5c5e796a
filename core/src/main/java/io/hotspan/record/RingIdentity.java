package io.hotspan.record;

/**
 * Which ring records came from, and the seeds from which the ids of its spans are computed.
 *
 * @param sessionId random; names one start of one writer
 * @param ringNumber number of the ring within its session
 * @param spanIdSeed see {@link SpanIds#spanId}
 * @param traceHighSeed see {@link SpanIds#traceHigh}
 * @param traceLowSeed see {@link SpanIds#traceLow}
 */
public record RingIdentity(
        long sessionId, int ringNumber, long spanIdSeed, long traceHighSeed, long traceLowSeed) {}
