package io.hotspan.record;

/**
 * One moment told by two clocks; it turns ticks of a writer's clock into time since the epoch.
 *
 * @param epochNanos nanoseconds since the epoch
 * @param ticks the writer's monotonic clock at the same moment, in nanoseconds of its own origin
 */
public record ClockAnchor(long epochNanos, long ticks) {
    /** Nanoseconds since the epoch at the moment when the writer's clock showed these ticks. */
    public long epochNanosAt(final long ticksThen) {
        return epochNanos + (ticksThen - ticks);
    }
}
