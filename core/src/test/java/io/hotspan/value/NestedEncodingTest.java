package io.hotspan.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values whose own code encodes values with the encoder that is encoding them. */
class NestedEncodingTest {
    private final ValueEncoder encoder = new ValueEncoder();
    private final List<Object> seenInside = new ArrayList<>();

    private final class Recording {
        private final Object inner;

        Recording(final Object inner) {
            this.inner = inner;
        }

        @Override
        public String toString() {
            seenInside.add(RoundTrip.decode(encoder, inner));
            return "outer";
        }
    }

    @Test
    void bothValuesAreWhole() {
        final Object outer = RoundTrip.decode(encoder, List.of("before", new Recording("in"), 1));
        assertThat(outer).isEqualTo(List.of("before", "outer", 1L));
        assertThat(seenInside).containsExactly("in");
    }

    @Test
    void aValueThatEncodesItselfWithoutEndIsCut() {
        final List<Object> self = new ArrayList<>();
        self.add(new Recording(self));
        assertThat(RoundTrip.decode(encoder, self)).isEqualTo(List.of("outer"));
        assertThat(seenInside)
                .hasSize(ValueLimits.MAX_NESTED_ENCODINGS)
                .startsWith("<cut: encodings nested too deep>");
    }

    @Test
    void theCountOfCutsIsThatOfTheLastResult() {
        encoder.encode(List.of(new Recording(new Recording(new ListOfItself().list))));
        assertThat(encoder.lastCutCount()).isZero();
    }

    private static final class ListOfItself {
        final List<Object> list = new ArrayList<>();

        ListOfItself() {
            list.add(list);
        }
    }
}
