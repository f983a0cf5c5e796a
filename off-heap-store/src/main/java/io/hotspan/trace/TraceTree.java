package io.hotspan.trace;

import io.hotspan.model.StatusCode;

/**
 * Draws a trace as an indented tree of text: children under their parents, in start order; spans
 * whose parent is missing at the end under a heading. What was recorded cannot steer the terminal:
 * control characters are shown as escapes. Neither depth nor number of spans can overflow the
 * stack.
 */
public final class TraceTree {
    private static final String INDENT = "  ";
    private static final String ORPHANS = "orphans:";

    private TraceTree() {}

    /** Names, types, durations, statuses, and what each span carries. Ends with a new line. */
    public static String render(final Trace trace, final TreeOptions options) {
        return new TreeRenderer(trace, options).render();
    }

    /**
     * Names and statuses only, two spaces for each level: a form to compare with in tests. An ERROR
     * has its description behind it, and a span that has not ended is {@code IN_PROGRESS}. Ends
     * with a new line.
     *
     * <pre>
     * answer OK
     *   retrieve OK
     *   chat ERROR IllegalStateException: no answer
     * </pre>
     */
    public static String compact(final Trace trace) {
        final TreeIndex index = new TreeIndex(trace);
        final StringBuilder text = new StringBuilder(32 * trace.spans().size());
        TreeWalk.walk(index, index.tops(), (i, walk) -> compactLine(text, index, i, walk.depth()));
        if (!index.orphans().isEmpty()) {
            text.append(ORPHANS).append('\n');
            TreeWalk.walk(
                    index,
                    index.orphans(),
                    (i, walk) -> compactLine(text, index, i, walk.depth() + 1));
        }
        return text.toString();
    }

    private static void compactLine(
            final StringBuilder text, final TreeIndex index, final int i, final int depth) {
        final SpanData span = index.span(i);
        if (depth <= TreeWalk.MAX_DRAWN_DEPTH) {
            text.append(INDENT.repeat(depth));
        } else {
            text.append(INDENT.repeat(TreeWalk.MAX_DRAWN_DEPTH))
                    .append('[')
                    .append(depth)
                    .append("] ");
        }
        text.append(SafeText.of(span.name())).append(' ');
        if (span.isOpen()) {
            text.append(TraceState.IN_PROGRESS);
        } else {
            text.append(span.status().code());
        }
        if (span.status().code() == StatusCode.ERROR && !span.status().description().isEmpty()) {
            text.append(' ').append(SafeText.of(span.status().description()));
        }
        text.append('\n');
    }
}
