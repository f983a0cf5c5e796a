package io.hotspan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.bench.result.Figure;
import org.junit.jupiter.api.Test;

class TargetTest {
    @Test
    void whatReachesTheGoalHasMetIt() {
        assertThat(atMost(1.3, 0.01).verdictText()).isEqualTo("goal met");
    }

    @Test
    void whatReachesTheBarAloneHasMetTheBar() {
        assertThat(atMost(1.6, 0.01).verdictText()).isEqualTo("bar met");
    }

    @Test
    void whatMissesTheBarHasNotMetIt() {
        assertThat(atMost(1.9, 0.01).verdictText()).isEqualTo("not met");
    }

    @Test
    void whatIsNearerToALimitThanItsErrorIsSaidToBe() {
        assertThat(atMost(1.69, 0.05).verdictText()).isEqualTo("bar met, within the error");
    }

    @Test
    void moreIsBetterWhereItIs() {
        final Target target = Target.atLeast("spans", "spans/s", 3e6, 8e6, Figure.of(4e6));
        assertThat(target.verdictText()).isEqualTo("bar met");
        assertThat(target.barText()).isEqualTo("≥ 3 M spans/s");
    }

    @Test
    void whatHasOnlyAGoalCanMissIt() {
        final Target target = Target.atMost("tsc", "", Double.NaN, 1, Figure.of(1.2));
        assertThat(target.verdictText()).isEqualTo("goal not met");
        assertThat(target.barText()).isEqualTo("–");
    }

    @Test
    void noFigureIsNeitherMetNorMissed() {
        final Target target = Target.atMost("x", "", 1, 1, Figure.none("6.0 % lost"));
        assertThat(target.verdictText()).isEqualTo("no figure");
        assertThat(target.measuredText()).isEqualTo("6.0 % lost");
    }

    @Test
    void limitsAreWrittenAsTheDesignHasThem() {
        final Target target = Target.atMost("x", "ns", 20, 0.25, Figure.of(3));
        assertThat(target.barText()).isEqualTo("≤ 20 ns");
        assertThat(target.goalText()).isEqualTo("≤ 0.25 ns");
    }

    private static Target atMost(final double value, final double error) {
        return Target.atMost("open and close", "", 1.7, 1.4, Figure.of(value, error));
    }
}
