package io.hotspan.bench.chart;

import java.util.NavigableMap;

/**
 * Percentiles of one thing.
 *
 * @param label what it is
 * @param colour name of one of the chart's colours
 * @param nanos durations by per cent; 100 for the longest
 */
public record Curve(String label, String colour, NavigableMap<Double, Double> nanos) {
    /** The duration that so many per cent stay below, or {@code NaN}. */
    public double at(final double percent) {
        return nanos.getOrDefault(percent, Double.NaN);
    }
}
