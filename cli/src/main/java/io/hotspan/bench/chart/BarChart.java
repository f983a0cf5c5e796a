package io.hotspan.bench.chart;

import io.hotspan.bench.markup.Markup;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Horizontal bars from 0, with a whisker for the error, and the figure behind. A bar without a
 * figure says why.
 *
 * @param title what is compared
 * @param subtitle what a bar says, and which way is better
 * @param bars from the top
 * @param number how a figure is written
 */
public record BarChart(
        String title, String subtitle, List<Bar> bars, DoubleFunction<String> number) {
    private static final int ROW = 30;
    private static final int BAR = 18;
    private static final int TOP = 58;
    private static final int BOTTOM = 34;
    private static final int MARGIN = 18;
    private static final double CHARACTER_WIDTH = 7.9;
    private static final int BASELINE = 5;
    private static final int WHISKER = 4;

    public BarChart {
        bars = List.copyOf(bars);
    }

    /** As a part of a page that has {@link Drawing#style}. */
    public String toSvg(final int width) {
        return draw(width, false);
    }

    /** As a file of its own. */
    public String toSvgFile(final int width) {
        return draw(width, true) + "\n";
    }

    /** What the chart says, in words. */
    public String description() {
        final StringBuilder text = new StringBuilder(subtitle).append('.');
        for (final Bar bar : bars) {
            text.append(' ').append(bar.label()).append(": ").append(figureText(bar)).append('.');
        }
        return text.toString();
    }

    private String draw(final int width, final boolean isFile) {
        final int height = TOP + bars.size() * ROW + BOTTOM;
        final Markup svg = Drawing.begin(title, description(), width, height, isFile);
        final double left = MARGIN + CHARACTER_WIDTH * longest(false) + 10;
        final double right = width - MARGIN - CHARACTER_WIDTH * longest(true) - 8;
        Drawing.text(svg, "heading", "start", MARGIN, 28, title);
        Drawing.text(svg, "soft", "start", MARGIN, 46, subtitle);
        final double extent =
                bars.stream()
                        .filter(bar -> bar.figure().isPresent())
                        .mapToDouble(bar -> bar.figure().value() + whisker(bar))
                        .max()
                        .orElse(0);
        final double max = extent > 0 ? extent : 1;
        final double scale = (right - left) / max;
        for (final double tick : Ticks.upTo(max)) {
            final double x = left + tick * scale;
            Drawing.line(svg, "grid", x, TOP, x, height - BOTTOM);
            Drawing.text(svg, "tick", "middle", x, height - BOTTOM + 18, axisText(tick));
        }
        for (int i = 0; i < bars.size(); i++) {
            row(svg, bars.get(i), TOP + i * ROW + ROW / 2.0, left, scale);
        }
        Drawing.line(svg, "axis", left, TOP, left, height - BOTTOM);
        return svg.close().toString();
    }

    private void row(
            final Markup svg,
            final Bar bar,
            final double middle,
            final double left,
            final double scale) {
        final String strength = bar.isStrong() ? "strong" : "plain";
        svg.open("g");
        svg.element("title", bar.label() + ": " + figureText(bar));
        Drawing.text(svg, strength, "end", left - 10, middle + BASELINE, bar.label());
        if (!bar.figure().isPresent()) {
            Drawing.text(svg, "missing", "start", left + 8, middle + BASELINE, figureText(bar));
            svg.close();
            return;
        }
        final double end = left + Math.max(0, bar.figure().value()) * scale;
        svg.empty(
                        "rect",
                        "style",
                        "fill:var(--" + bar.colour() + ")",
                        "x",
                        Numbers.at(left),
                        "y",
                        Numbers.at(middle - BAR / 2.0),
                        "width",
                        Numbers.at(Math.max(1, end - left)),
                        "height",
                        Integer.toString(BAR),
                        "rx",
                        "2")
                .line();
        final double error = whisker(bar) * scale;
        if (error >= 1) {
            Drawing.line(svg, "whisker", end - error, middle, end + error, middle);
            for (final double x : new double[] {end - error, end + error}) {
                Drawing.line(svg, "whisker", x, middle - WHISKER, x, middle + WHISKER);
            }
        }
        Drawing.text(svg, strength, "start", end + error + 8, middle + BASELINE, figureText(bar));
        svg.close();
    }

    /** The error as it is drawn: a wild one is cut. */
    private static double whisker(final Bar bar) {
        final double error = bar.figure().error();
        return Double.isNaN(error) ? 0 : Math.min(error, Math.abs(bar.figure().value()) / 2);
    }

    private String figureText(final Bar bar) {
        if (!bar.figure().isPresent()) {
            return "no figure: " + bar.figure().reason();
        }
        final String figure = number.apply(bar.figure().value());
        return bar.remark().isEmpty() ? figure : figure + "  " + bar.remark();
    }

    private String axisText(final double tick) {
        return tick == 0
                ? "0"
                : number.apply(tick)
                        .replaceFirst("(\\.\\d*?)0+(?=\\D|$)", "$1")
                        .replaceFirst("\\.(?=\\D|$)", "");
    }

    private int longest(final boolean isFigure) {
        return bars.stream()
                .filter(bar -> !isFigure || bar.figure().isPresent())
                .mapToInt(bar -> (isFigure ? figureText(bar) : bar.label()).length())
                .max()
                .orElse(0);
    }
}
