package io.hotspan.trace;

import java.util.Arrays;
import java.util.List;

/** Visits a tree from the top down, with a stack of its own. */
final class TreeWalk {
    /** Deeper levels are numbered, not drawn: a page of indents says nothing. */
    static final int MAX_DRAWN_DEPTH = 24;

    private final TreeIndex index;
    private int[] path = new int[64]; // path[d] is the span at depth d above the visited one
    private int depth;

    private TreeWalk(final TreeIndex index) {
        this.index = index;
    }

    /** Called with each span's position, parents before children. */
    interface Visitor {
        void visit(int spanIndex, TreeWalk walk);
    }

    static void walk(final TreeIndex index, final List<Integer> entries, final Visitor visitor) {
        final TreeWalk walk = new TreeWalk(index);
        for (final int entry : entries) {
            walk.walkFrom(entry, visitor);
        }
    }

    /** Depth of the visited span; zero for an entry. */
    int depth() {
        return depth;
    }

    /** Whether the visited span stands deeper than levels are drawn. */
    boolean isTooDeepToDraw() {
        return depth > MAX_DRAWN_DEPTH;
    }

    /** Whether the visited span, or its ancestor at this depth, has a sibling further down. */
    boolean hasMoreAt(final int atDepth) {
        return atDepth > 0 && index.nextSibling(path[atDepth]) != TreeIndex.NONE;
    }

    private void walkFrom(final int entry, final Visitor visitor) {
        depth = 0;
        path[0] = entry;
        while (true) {
            visitor.visit(path[depth], this);
            final int child = index.firstChild(path[depth]);
            if (child != TreeIndex.NONE) {
                descend(child);
            } else if (!moveOn()) {
                return;
            }
        }
    }

    private void descend(final int child) {
        depth++;
        if (depth == path.length) {
            path = Arrays.copyOf(path, depth * 2);
        }
        path[depth] = child;
    }

    private boolean moveOn() {
        while (depth > 0) {
            final int sibling = index.nextSibling(path[depth]);
            if (sibling != TreeIndex.NONE) {
                path[depth] = sibling;
                return true;
            }
            depth--;
        }
        return false;
    }
}
