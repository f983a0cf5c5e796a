package io.hotspan.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Collections and maps that change, lie, fail or never end; and what is not asked at all. */
class HostileContainersTest {
    @Test
    void anIteratorThatThrowsKeepsWhatCameBefore() {
        final Collection<Object> collection =
                new AbstractCollection<>() {
                    @Override
                    public Iterator<Object> iterator() {
                        final AtomicInteger count = new AtomicInteger();
                        return new Iterator<>() {
                            @Override
                            public boolean hasNext() {
                                return true;
                            }

                            @Override
                            public Object next() {
                                if (count.incrementAndGet() > 2) {
                                    throw new IllegalStateException("no");
                                }
                                return count.get();
                            }
                        };
                    }

                    @Override
                    public int size() {
                        return 10;
                    }
                };
        assertThat(RoundTrip.of(collection))
                .asString()
                .startsWith("[1, 2, <failed: java.lang.IllegalStateException in ");
    }

    @Test
    void aMapThatChangesUnderUsKeepsWhatWasReadAndSaysSo() {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", 1);
        map.put(
                "b",
                new Object() {
                    @Override
                    public String toString() {
                        map.put("late " + map.size(), 1);
                        return "changes";
                    }
                });
        map.put("c", 3);
        final ValueEncoder encoder = new ValueEncoder();
        assertThat(RoundTrip.decode(encoder, map))
                .asString()
                .contains("a=1, b=changes, c=3")
                .endsWith(
                        "<failed>=<failed: java.util.ConcurrentModificationException in"
                                + " java.util.LinkedHashMap>}");
        assertThat(encoder.lastCutCount()).isEqualTo(1);
    }

    @Test
    void aListThatShrinksUnderUsKeepsWhatWasReadAndSaysSo() {
        final List<Object> list = new ArrayList<>();
        list.add(1);
        list.add(
                new Object() {
                    @Override
                    public String toString() {
                        list.remove(2);
                        return "removes";
                    }
                });
        list.add(3);
        assertThat(RoundTrip.of(list))
                .isEqualTo(
                        List.of(
                                1L,
                                "removes",
                                "<failed: java.lang.IndexOutOfBoundsException in"
                                        + " java.util.ArrayList>"));
    }

    @Test
    void entriesThatThrowAreMarked() {
        final Map<String, String> map =
                new AbstractMap<>() {
                    @Override
                    public Set<Entry<String, String>> entrySet() {
                        throw new ConcurrentModificationException();
                    }

                    @Override
                    public int size() {
                        return 1;
                    }
                };
        assertThat(RoundTrip.of(map))
                .asString()
                .startsWith("{<failed>=<failed: java.util.ConcurrentModificationException in ");
    }

    @Test
    void aSizeThatThrowsIsMarked() {
        final Collection<Object> collection =
                new AbstractCollection<>() {
                    @Override
                    public Iterator<Object> iterator() {
                        return List.of().iterator();
                    }

                    @Override
                    public int size() {
                        throw new IllegalStateException("no");
                    }
                };
        assertThat((List<?>) RoundTrip.of(collection)).singleElement().asString().contains("fail");
    }

    @Test
    void aSizeThatLiesIsNotBelieved() {
        final List<Integer> list =
                new AbstractList<>() {
                    @Override
                    public Integer get(final int index) {
                        return index;
                    }

                    @Override
                    public Iterator<Integer> iterator() {
                        return List.of(1, 2).iterator();
                    }

                    @Override
                    public int size() {
                        return Integer.MAX_VALUE;
                    }
                };
        assertThat(RoundTrip.of(list)).isEqualTo(List.of(1L, 2L));
    }

    @Test
    void anIterableWithoutEndIsCut() {
        final Iterable<Integer> endless = () -> Stream.iterate(0, i -> 1).iterator();
        final class Named implements Iterable<Integer> {
            @Override
            public Iterator<Integer> iterator() {
                return endless.iterator();
            }
        }
        final List<?> list = (List<?>) RoundTrip.of(new Named());
        assertThat(list).hasSize(ValueLimits.MAX_UNSIZED_ELEMENTS + 1);
        assertThat(list.get(ValueLimits.MAX_UNSIZED_ELEMENTS))
                .isEqualTo("<cut: 1000000 elements kept>");
    }

    @Test
    void aMapWithoutEndIsCut() {
        final Map<String, Integer> endless =
                new AbstractMap<>() {
                    @Override
                    public Set<Entry<String, Integer>> entrySet() {
                        return new java.util.AbstractSet<>() {
                            @Override
                            public Iterator<Entry<String, Integer>> iterator() {
                                return Stream.generate(() -> Map.entry("k", 1)).iterator();
                            }

                            @Override
                            public int size() {
                                return 1;
                            }
                        };
                    }
                };
        assertThat(RoundTrip.of(endless)).hasToString("{k=1, <cut>=<cut: 1000000 elements kept>}");
    }
}
