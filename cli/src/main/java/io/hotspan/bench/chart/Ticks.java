package io.hotspan.bench.chart;

import java.util.ArrayList;
import java.util.List;

/** Round values along an axis from 0. */
final class Ticks {
    private static final int MAX_COUNT = 5;

    private Ticks() {}

    /** From 0 up to {@code max}, which is more than 0. */
    static List<Double> upTo(final double max) {
        final double magnitude = Math.pow(10, Math.floor(Math.log10(max / MAX_COUNT)));
        double step = magnitude;
        for (final double factor : new double[] {1, 2, 2.5, 5, 10}) {
            step = magnitude * factor;
            if (step * MAX_COUNT >= max) {
                break;
            }
        }
        final List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step <= max; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
