package io.hotspan.bench.chart;

import io.hotspan.bench.result.Figure;

/**
 * One bar of a chart.
 *
 * @param label what it stands for
 * @param colour name of one of the chart's colours
 * @param isStrong whether it is what the chart is about
 * @param figure its length, or why it has none
 * @param remark said behind the figure; may be empty
 */
public record Bar(String label, String colour, boolean isStrong, Figure figure, String remark) {}
