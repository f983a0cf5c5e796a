package io.hotspan.bench.result;

import java.util.function.DoubleBinaryOperator;

/**
 * A value with its error, or the reason why there is none.
 *
 * @param value {@code NaN} where there is none
 * @param error half of the 99.9 % confidence interval; {@code NaN} where it is not known
 * @param reason why there is no value; empty if there is one
 */
public record Figure(double value, double error, String reason) {
    /** A value. */
    public static Figure of(final double value, final double error) {
        return new Figure(value, error, "");
    }

    /** A value that was measured once. */
    public static Figure of(final double value) {
        return of(value, Double.NaN);
    }

    /**
     * No value.
     *
     * @param reason not empty
     */
    public static Figure none(final String reason) {
        return new Figure(Double.NaN, Double.NaN, reason);
    }

    /** Whether there is a value. */
    public boolean isPresent() {
        return reason.isEmpty();
    }

    /** This as a multiple of another one; both errors are in it, as those of independent values. */
    public Figure over(final Figure base) {
        return with(
                base,
                (mine, other) -> mine / other,
                (mine, other) ->
                        Math.abs(value / base.value)
                                * Math.hypot(mine / value, other / base.value));
    }

    /** The difference to another one. */
    public Figure minus(final Figure other) {
        return with(other, (mine, its) -> mine - its, Math::hypot);
    }

    /** This many times as much. */
    public Figure times(final double factor) {
        return isPresent() ? of(value * factor, error * Math.abs(factor)) : this;
    }

    /** The same value with another error. */
    public Figure withError(final double newError) {
        return isPresent() ? of(value, newError) : this;
    }

    private Figure with(
            final Figure other,
            final DoubleBinaryOperator values,
            final DoubleBinaryOperator errors) {
        if (!isPresent()) {
            return this;
        }
        if (!other.isPresent()) {
            return other;
        }
        return of(
                values.applyAsDouble(value, other.value), errors.applyAsDouble(error, other.error));
    }
}
