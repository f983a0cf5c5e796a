package io.hotspan.trace;

import io.hotspan.json.Json;
import io.hotspan.model.SpanEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Draws one trace for {@link TraceTree}. */
final class TreeRenderer {
    /** Trace-level entries that repeat what the tree shows. */
    private static final Set<String> SHOWN_ELSEWHERE =
            Set.of(
                    TraceKeys.SCHEMA_VERSION,
                    TraceKeys.TRACE_INPUTS,
                    TraceKeys.TRACE_OUTPUTS,
                    TraceKeys.TRACE_NAME);

    private static final int MIN_VALUE_WIDTH = 20;

    private final Trace trace;
    private final TreeIndex index;
    private final TreeOptions options;
    private final TreeStyle style;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder prefix = new StringBuilder();

    TreeRenderer(final Trace trace, final TreeOptions options) {
        this.trace = trace;
        this.index = new TreeIndex(trace);
        this.options = options;
        this.style = new TreeStyle(options);
    }

    String render() {
        header();
        TreeWalk.walk(index, index.tops(), this::span);
        if (!index.orphans().isEmpty()) {
            text.append('\n')
                    .append(style.label("orphans (their parent is not in the journal):"))
                    .append('\n');
            TreeWalk.walk(index, index.orphans(), this::span);
        }
        return text.toString();
    }

    private void header() {
        final TraceInfo info = trace.info();
        text.append(style.name(SafeText.of(info.traceId())))
                .append("  ")
                .append(info.state() == TraceState.ERROR ? style.error("ERROR") : info.state())
                .append("  ")
                .append(style.duration(trace.root().durationNanos()))
                .append("  ")
                .append(trace.spans().size())
                .append(trace.spans().size() == 1 ? " span  " : " spans  ")
                .append(Instant.ofEpochMilli(info.requestEpochMillis()))
                .append('\n');
        prefix.setLength(0);
        if (info.clientRequestId() != null) {
            value("client request", info.clientRequestId());
        }
        strings("metadata", info.metadata());
        strings("tags", info.tags());
        text.append('\n');
    }

    private void strings(final String label, final Map<String, String> strings) {
        final Map<String, String> shown = new LinkedHashMap<>(strings);
        shown.keySet().removeAll(SHOWN_ELSEWHERE);
        if (!shown.isEmpty()) {
            value(label, shown);
        }
    }

    private void span(final int spanIndex, final TreeWalk walk) {
        final SpanData span = index.span(spanIndex);
        spanPrefix(walk);
        final String name = shorten(SafeText.of(span.name()));
        final String type = shorten(SafeText.of(span.type()));
        final String duration = span.isOpen() ? "" : style.duration(span.durationNanos()) + "  ";
        text.append(prefix).append(style.name(name)).append("  ").append(style.type(type));
        text.append("  ").append(duration).append(style.mark(span));
        if (!span.status().description().isEmpty()) {
            final int used =
                    prefix.length() + name.length() + type.length() + duration.length() + 8;
            text.append(' ')
                    .append(style.error(fit(SafeText.of(span.status().description()), used)));
        }
        text.append('\n');
        detailPrefix(walk, index.firstChild(spanIndex) != TreeIndex.NONE);
        details(span);
    }

    private void details(final SpanData span) {
        if (span.hasInputs()) {
            value("inputs", span.inputs());
        }
        if (span.hasOutputs()) {
            value("outputs", span.outputs());
        }
        if (!options.brief()) {
            span.attributes().forEach(this::value);
        }
        for (final SpanEvent event : span.events()) {
            if (!options.brief() || event.name().equals(SpanEvent.EXCEPTION)) {
                event(span, event);
            }
        }
        for (final SpanLink link : span.links()) {
            line("link", link.traceId() + " " + link.spanIdHex());
        }
        if (span.droppedRecords() != 0) {
            line("missing", span.droppedRecords() + " records, whole or in part");
        }
    }

    private void event(final SpanData span, final SpanEvent event) {
        final String at = "@" + style.duration(event.epochNanos() - span.startEpochNanos());
        final String label = at + " " + SafeText.of(event.name());
        final Object stackTrace = event.attributes().get(SpanEvent.EXCEPTION_STACKTRACE);
        if (event.name().equals(SpanEvent.EXCEPTION) && stackTrace instanceof String lines) {
            line(
                    label,
                    event.attributes().get(SpanEvent.EXCEPTION_TYPE)
                            + ": "
                            + event.attributes().get(SpanEvent.EXCEPTION_MESSAGE));
            if (options.full()) {
                lines.lines().forEach(this::stackFrame);
            }
        } else if (event.attributes().isEmpty()) {
            line(label, "");
        } else {
            value(label, event.attributes());
        }
    }

    private void stackFrame(final String frame) {
        text.append(prefix)
                .append("    ")
                .append(SafeText.of(frame.replace("\t", "    ")))
                .append('\n');
    }

    private void value(final String label, final Object value) {
        line(
                label,
                options.full() ? Json.write(value) : Json.writePrefix(value, 2 * options.width()));
    }

    private void line(final String label, final String content) {
        final String safeLabel = shorten(SafeText.of(label));
        text.append(prefix).append(style.label(content.isEmpty() ? safeLabel : safeLabel + ": "));
        text.append(fit(SafeText.of(content), prefix.length() + safeLabel.length() + 2))
                .append('\n');
    }

    private String shorten(final String line) {
        return options.full() ? line : SafeText.shorten(line, options.width() / 2, style.ellipsis);
    }

    private String fit(final String line, final int usedWidth) {
        if (options.full()) {
            return line;
        }
        final int room = Math.max(MIN_VALUE_WIDTH, options.width() - usedWidth);
        return SafeText.shorten(line, room, style.ellipsis);
    }

    private void spanPrefix(final TreeWalk walk) {
        final int depth = walk.depth();
        guides(walk, depth - 1);
        if (walk.isTooDeepToDraw()) {
            prefix.append('[').append(depth).append("] ");
        } else if (depth > 0) {
            prefix.append(walk.hasMoreAt(depth) ? style.branch : style.lastBranch);
        }
    }

    private void detailPrefix(final TreeWalk walk, final boolean hasChildren) {
        guides(walk, walk.depth());
        prefix.append(
                hasChildren && walk.depth() < TreeWalk.MAX_DRAWN_DEPTH ? style.guide : style.gap);
    }

    private void guides(final TreeWalk walk, final int toDepth) {
        prefix.setLength(0);
        if (walk.isTooDeepToDraw()) {
            prefix.append(style.deep);
            return;
        }
        for (int depth = 1; depth <= toDepth; depth++) {
            prefix.append(walk.hasMoreAt(depth) ? style.guide : style.gap);
        }
    }
}
