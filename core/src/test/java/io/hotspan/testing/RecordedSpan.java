package io.hotspan.testing;

import io.hotspan.record.RecordType;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.SpanEndDescriptor;
import io.hotspan.record.SpanIds;
import io.hotspan.record.SpanStartDescriptor;
import io.hotspan.testing.Records.Record;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A span as its START and END tell it. Putting it together fails where a span has two of either.
 */
public final class RecordedSpan {
    private final Record start;
    private final String name;
    private Record end;

    private RecordedSpan(final Record start, final String name) {
        this.start = start;
        this.name = name;
    }

    /** The spans of a sink, ring by ring in the order of their STARTs. */
    public static List<RecordedSpan> of(final MemorySink sink) {
        final List<String> symbols = sink.symbolTexts();
        final Map<String, RecordedSpan> spans = new LinkedHashMap<>();
        for (final Record record : Records.of(sink)) {
            final String key = record.ring().ringNumber() + "/" + record.ordinal();
            switch (record.type()) {
                case RecordType.START_ROOT, RecordType.START_CHILD, RecordType.START_EXPLICIT -> {
                    final int symbol = record.getInt(SpanStartDescriptor.NAME_SYMBOL_OFFSET);
                    final String name = symbol == 0 ? "" : symbols.get(symbol - 1);
                    check(spans.put(key, new RecordedSpan(record, name)) == null, key + " twice");
                }
                case RecordType.END, RecordType.END_OK -> {
                    final RecordedSpan span = spans.get(key);
                    check(span != null, key + " ends without a start");
                    check(span.end == null, key + " ends twice");
                    span.end = record;
                }
                default -> {} // not of the spans' lives
            }
        }
        return new ArrayList<>(spans.values());
    }

    /** Those of the spans that are in a trace whose root, or whose parent, is not among them. */
    public static List<RecordedSpan> orphans(final Collection<RecordedSpan> spans) {
        final Set<Long> ids = new HashSet<>();
        spans.forEach(span -> ids.add(span.spanId()));
        return spans.stream()
                .filter(span -> !span.isRoot() && !ids.contains(span.parentId()))
                .toList();
    }

    public String name() {
        return name;
    }

    public boolean isEnded() {
        return end != null;
    }

    public boolean isRoot() {
        return parentId() == 0;
    }

    public int ringNumber() {
        return start.ring().ringNumber();
    }

    public long ordinal() {
        return start.ordinal();
    }

    public long spanId() {
        return SpanIds.spanId(start.ring().spanIdSeed(), ordinal());
    }

    /** 0 for a root. */
    public long parentId() {
        return switch (start.type()) {
            case RecordType.START_ROOT -> 0;
            case RecordType.START_CHILD ->
                    SpanIds.spanId(
                            start.ring().spanIdSeed(),
                            ordinal()
                                    - Integer.toUnsignedLong(
                                            start.getInt(
                                                    SpanStartDescriptor.PARENT_DISTANCE_OFFSET)));
            default -> start.getLong(SpanStartDescriptor.PARENT_SPAN_ID_OFFSET);
        };
    }

    public long traceHigh() {
        final RingIdentity ring = start.ring();
        return start.type() == RecordType.START_EXPLICIT
                ? start.getLong(SpanStartDescriptor.TRACE_HIGH_OFFSET)
                : SpanIds.traceHigh(ring.traceHighSeed(), rootOrdinal());
    }

    public long traceLow() {
        final RingIdentity ring = start.ring();
        return start.type() == RecordType.START_EXPLICIT
                ? start.getLong(SpanStartDescriptor.TRACE_LOW_OFFSET)
                : SpanIds.traceLow(ring.traceLowSeed(), rootOrdinal());
    }

    public long startTicks() {
        return start.getLong(SpanStartDescriptor.START_TICKS_OFFSET);
    }

    public long endTicks() {
        return end.getLong(SpanEndDescriptor.END_TICKS_OFFSET);
    }

    public long droppedCount() {
        return end.lengthBytes() == SpanEndDescriptor.LENGTH
                ? 0
                : end.getLong(SpanEndDescriptor.DROPPED_COUNT_OFFSET);
    }

    private long rootOrdinal() {
        return start.type() == RecordType.START_ROOT
                ? ordinal()
                : ordinal()
                        - Integer.toUnsignedLong(
                                start.getInt(SpanStartDescriptor.ROOT_DISTANCE_OFFSET));
    }

    private static void check(final boolean holds, final String problem) {
        if (!holds) {
            throw new AssertionError("span " + problem);
        }
    }
}
