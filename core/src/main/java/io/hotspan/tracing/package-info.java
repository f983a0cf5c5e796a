/**
 * What a program traces with: {@link io.hotspan.tracing.Tracer} opens spans, {@link
 * io.hotspan.tracing.Span} is one, {@link io.hotspan.tracing.Context} takes it to other threads and
 * processes, {@link io.hotspan.tracing.SpanHandles} does the same without objects.
 *
 * <p>Nothing here throws because recording went wrong: what could not be recorded is counted.
 */
package io.hotspan.tracing;
