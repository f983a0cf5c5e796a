package io.hotspan.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;

/** Values inside themselves, and deeper than anyone meant. */
class CyclesAndDepthTest {
    public static final class Endless {
        public Endless getNext() {
            return new Endless();
        }
    }

    public static final class Node {
        private Node parent;
        private final List<Node> children = new ArrayList<>();

        public Node getParent() {
            return parent;
        }

        public List<Node> getChildren() {
            return children;
        }
    }

    @Test
    void aListInsideItselfIsMarked() {
        final List<Object> list = new ArrayList<>();
        list.add(1);
        list.add(list);
        assertThat(RoundTrip.of(list)).isEqualTo(List.of(1L, "<cycle: java.util.ArrayList>"));
        assertThat(RoundTrip.cutCountOf(list)).isEqualTo(1);
    }

    @Test
    void aMapInsideItselfIsMarked() {
        final Map<String, Object> map = new HashMap<>();
        map.put("me", List.of(map));
        assertThat(RoundTrip.of(map)).hasToString("{me=[<cycle: java.util.HashMap>]}");
    }

    @Test
    void anArrayInsideItselfIsMarked() {
        final Object[] array = new Object[1];
        array[0] = array;
        assertThat(RoundTrip.of(array)).isEqualTo(List.of("<cycle: [Ljava.lang.Object;>"));
    }

    @Test
    void anAtomicInsideItselfIsMarked() {
        final AtomicReference<Object> reference = new AtomicReference<>();
        reference.set(Optional.of(reference));
        assertThat(RoundTrip.of(reference))
                .isEqualTo("<cycle: java.util.concurrent.atomic.AtomicReference>");
    }

    @Test
    void anAtomicArrayInsideItselfIsMarked() {
        final AtomicReferenceArray<Object> array = new AtomicReferenceArray<>(2);
        array.set(0, array);
        array.set(1, array);
        final String mark = "<cycle: java.util.concurrent.atomic.AtomicReferenceArray>";
        assertThat(RoundTrip.of(array)).isEqualTo(List.of(mark, mark));
    }

    @Test
    void beansThatPointAtEachOtherAreMarked() {
        final Node parent = new Node();
        final Node child = new Node();
        parent.children.add(child);
        child.parent = parent;
        assertThat(RoundTrip.of(parent))
                .hasToString(
                        "{children=[{children=[], parent=<cycle: "
                                + Node.class.getName()
                                + ">}], parent=null}");
    }

    @Test
    void theSameObjectTwiceIsNoCycle() {
        final List<Integer> shared = List.of(1);
        assertThat(RoundTrip.of(Arrays.asList(shared, shared)))
                .isEqualTo(List.of(List.of(1L), List.of(1L)));
    }

    @Test
    void tenThousandNestedListsAreCutAtTheDepthLimit() {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            list = new ArrayList<>(Arrays.asList(list, "after"));
        }
        Object inner = RoundTrip.of(list);
        int depth = 0;
        while (inner instanceof List<?> outer) {
            assertThat(outer.get(1)).isEqualTo("after");
            inner = outer.get(0);
            depth++;
        }
        assertThat(depth).isEqualTo(ValueLimits.MAX_DEPTH);
        assertThat(inner).isEqualTo("<cut: nested deeper than 500>");
        assertThat(RoundTrip.cutCountOf(list)).isEqualTo(1);
    }

    @Test
    void tenThousandNestedMapsAreCutAtTheDepthLimit() {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            map = new HashMap<>(Map.of("k", map));
        }
        assertThat(RoundTrip.of(map)).asString().contains("<cut: nested deeper than 500>");
    }

    @Test
    void tenThousandNestedOptionalsAreCutAtTheDepthLimit() {
        Object value = "inside";
        for (int i = 0; i < 10_000; i++) {
            value = Optional.of(value);
        }
        assertThat(RoundTrip.of(value)).isEqualTo("<cut: nested deeper than 500>");
    }

    @Test
    void whatIsAsDeepAsTheLimitIsWhole() {
        Object value = 1L;
        for (int i = 0; i < ValueLimits.MAX_DEPTH; i++) {
            value = List.of(value);
        }
        assertThat(RoundTrip.of(value)).isEqualTo(value);
    }

    @Test
    void deepNestingOnASmallStackIsCutWhereTheStackEnds() throws InterruptedException {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < ValueLimits.MAX_DEPTH - 1; i++) {
            list = new ArrayList<>(Arrays.asList(list, i));
        }
        final List<Object> deep = list;
        RoundTrip.of(deep); // classes are initialised where there is stack
        final AtomicReference<Object> result = new AtomicReference<>();
        final Thread thread =
                new Thread(
                        null,
                        () -> nearTheStacksEnd(60, () -> result.set(RoundTrip.of(deep))),
                        "small stack",
                        256 << 10);
        thread.start();
        thread.join();
        assertThat(result.get()).isInstanceOf(List.class);
    }

    @Test
    void beansWithoutEndAreCut() {
        assertThat(RoundTrip.of(new Endless()))
                .asString()
                .endsWith("next=<cut: beans nested deeper than 16>" + "}".repeat(16));
    }

    /** Goes down until the stack ends, and then so many calls up again. */
    private static int nearTheStacksEnd(final int callsLeft, final Runnable task) {
        int left;
        try {
            left = nearTheStacksEnd(callsLeft, task);
        } catch (final StackOverflowError e) {
            left = callsLeft;
        }
        if (left == 0) {
            task.run();
        }
        return left - 1;
    }
}
