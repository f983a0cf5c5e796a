package io.hotspan.tracing;

/**
 * The body of a span that gives a value.
 *
 * @param <R> the value
 * @param <E> what the body may throw; passes through unchanged
 */
@FunctionalInterface
public interface SpanFunction<R, E extends Throwable> {
    /** Does the work. The span is open and current; do not close it. */
    R apply(Span span) throws E;
}
