package io.hotspan.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void aRatioHasTheErrorsOfBoth() {
        final Figure ratio = Figure.of(60, 3).over(Figure.of(40, 1.6)); // 5 % and 4 %
        assertThat(ratio.value()).isEqualTo(1.5);
        assertThat(ratio.error()).isCloseTo(1.5 * 0.0640, within(0.001));
    }

    @Test
    void aDifferenceHasTheErrorsOfBoth() {
        assertThat(Figure.of(60, 3).minus(Figure.of(40, 4)).times(0.5))
                .isEqualTo(Figure.of(10, 2.5));
    }

    @Test
    void whatIsMadeOfAMissingFigureSaysWhyItIsMissing() {
        final Figure lost = Figure.none("6.0 % lost");
        assertThat(lost.over(Figure.of(1)).reason()).isEqualTo("6.0 % lost");
        assertThat(Figure.of(1).over(lost).reason()).isEqualTo("6.0 % lost");
        assertThat(Figure.of(1).minus(lost).times(2).isPresent()).isFalse();
    }
}
