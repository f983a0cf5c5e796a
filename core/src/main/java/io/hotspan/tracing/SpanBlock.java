package io.hotspan.tracing;

/**
 * The body of a span that gives no value.
 *
 * @param <E> what the body may throw; passes through unchanged
 */
@FunctionalInterface
public interface SpanBlock<E extends Throwable> {
    /** Does the work. The span is open and current; do not close it. */
    void run(Span span) throws E;
}
