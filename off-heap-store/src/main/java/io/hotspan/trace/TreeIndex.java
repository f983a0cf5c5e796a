package io.hotspan.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is whose child, by positions in the list of spans. Every span is reached exactly once from
 * {@link #tops} and {@link #orphans}, whatever the ids say: a circle of parents is entered at its
 * first span.
 */
final class TreeIndex {
    static final int NONE = -1;

    private final List<SpanData> spans;
    private final int[] parent;
    private final int[] firstChild;
    private final int[] nextSibling;
    private final List<Integer> tops = new ArrayList<>();
    private final List<Integer> orphans = new ArrayList<>();

    TreeIndex(final Trace trace) {
        spans = trace.spans();
        parent = new int[spans.size()];
        firstChild = new int[spans.size()];
        nextSibling = new int[spans.size()];
        final int root = spans.indexOf(trace.root());
        findParents();
        parent[root] = NONE; // it has one only where parents go in a circle
        cutCircles();
        linkChildren(root);
    }

    /** The root, then other spans without a parent. */
    List<Integer> tops() {
        return tops;
    }

    /** Spans whose parent is not in the trace, without the root. */
    List<Integer> orphans() {
        return orphans;
    }

    SpanData span(final int index) {
        return spans.get(index);
    }

    int firstChild(final int index) {
        return firstChild[index];
    }

    int nextSibling(final int index) {
        return nextSibling[index];
    }

    private void findParents() {
        final Map<Long, Integer> indexes = new HashMap<>(spans.size() * 2);
        for (int i = 0; i < spans.size(); i++) {
            indexes.putIfAbsent(spans.get(i).spanIdLong(), i);
        }
        for (int i = 0; i < spans.size(); i++) {
            parent[i] = indexes.getOrDefault(spans.get(i).parentSpanIdLong(), NONE);
        }
    }

    private void cutCircles() {
        final int[] seenFrom = new int[spans.size()];
        Arrays.fill(seenFrom, NONE);
        for (int start = 0; start < spans.size(); start++) {
            int i = start;
            while (i != NONE && seenFrom[i] == NONE) {
                seenFrom[i] = start;
                i = parent[i];
            }
            if (i != NONE && seenFrom[i] == start) {
                parent[i] = NONE; // came round to a span of this very walk
            }
        }
    }

    private void linkChildren(final int root) {
        Arrays.fill(firstChild, NONE);
        Arrays.fill(nextSibling, NONE);
        for (int i = spans.size() - 1; i >= 0; i--) {
            if (parent[i] != NONE) {
                nextSibling[i] = firstChild[parent[i]];
                firstChild[parent[i]] = i;
            }
        }
        tops.add(root);
        for (int i = 0; i < spans.size(); i++) {
            if (i != root && parent[i] == NONE) {
                (spans.get(i).parentSpanIdLong() == 0 ? tops : orphans).add(i);
            }
        }
    }
}
