package io.hotspan.bench.chart;

import io.hotspan.bench.markup.Markup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Curves of percentiles: to the right ever rarer calls, upwards ever longer ones, both in powers of
 * ten. Each curve has its name at its end.
 *
 * @param title what is compared
 * @param subtitle what a curve says
 * @param curves in any order
 */
public record CurveChart(String title, String subtitle, List<Curve> curves) {
    /** The percentiles that are shown, from left to right. */
    public static final List<Double> PERCENTS = List.of(50.0, 90.0, 99.0, 99.9, 99.99, 100.0);

    private static final int HEIGHT = 400;
    private static final int TOP = 64;
    private static final int BOTTOM = 48;
    private static final int LEFT = 66;
    private static final int MARGIN = 18;
    private static final double CHARACTER_WIDTH = 9.2;
    private static final int LABEL_HEIGHT = 17;
    private static final int BASELINE = 4;

    public CurveChart {
        curves = List.copyOf(curves);
    }

    /** How a percentile is called. */
    public static String name(final double percent) {
        if (percent == 100) {
            return "max";
        }
        return "p"
                + (percent == Math.rint(percent)
                        ? Long.toString(Math.round(percent))
                        : Double.toString(percent));
    }

    /** What the chart says, in words. */
    public String description() {
        final StringBuilder text = new StringBuilder(subtitle).append('.');
        for (final Curve curve : curves) {
            text.append(' ').append(curve.label()).append(':');
            for (final double percent : PERCENTS) {
                text.append(' ')
                        .append(name(percent))
                        .append(' ')
                        .append(Numbers.nanos(curve.at(percent)));
            }
            text.append('.');
        }
        return text.toString();
    }

    /** As a part of a page that has {@link Drawing#style}. */
    public String toSvg(final int width) {
        final Markup svg = Drawing.begin(title, description(), width, HEIGHT, false);
        Drawing.text(svg, "heading", "start", MARGIN, 28, title);
        Drawing.text(svg, "soft", "start", MARGIN, 46, subtitle);
        final Scale scale = scale(width);
        for (int i = 0; i < PERCENTS.size(); i++) {
            Drawing.line(svg, "grid", scale.x(i), TOP, scale.x(i), HEIGHT - BOTTOM);
            final String name = name(PERCENTS.get(i));
            Drawing.text(svg, "tick", "middle", scale.x(i), HEIGHT - BOTTOM + 18, name);
        }
        for (int power = scale.minPower(); power <= scale.maxPower(); power++) {
            final double y = scale.y(Math.pow(10, power));
            Drawing.line(svg, "grid", LEFT, y, scale.right(), y);
            final String name = Numbers.nanos(Math.pow(10, power)).replace(".0", "");
            Drawing.text(svg, "tick", "end", LEFT - 8, y + BASELINE, name);
        }
        curves.forEach(curve -> draw(svg, curve, scale));
        labels(svg, scale);
        return svg.close().toString();
    }

    private Scale scale(final int width) {
        int longest = 0;
        double min = Double.MAX_VALUE;
        double max = 10;
        for (final Curve curve : curves) {
            longest = Math.max(longest, curve.label().length());
            for (final double percent : PERCENTS) {
                min = Math.min(min, Math.max(1, curve.at(percent)));
                max = Math.max(max, curve.at(percent));
            }
        }
        return new Scale(
                width - MARGIN - longest * CHARACTER_WIDTH - 12,
                (int) Math.floor(Math.log10(min)),
                (int) Math.ceil(Math.log10(max)));
    }

    private static void draw(final Markup svg, final Curve curve, final Scale scale) {
        final StringBuilder path = new StringBuilder();
        for (int i = 0; i < PERCENTS.size(); i++) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(Numbers.at(scale.x(i)))
                    .append(' ')
                    .append(Numbers.at(scale.y(curve.at(PERCENTS.get(i)))));
        }
        svg.empty(
                        "path",
                        "class",
                        "curve",
                        "style",
                        "stroke:var(--" + curve.colour() + ")",
                        "d",
                        path.toString())
                .line();
        for (int i = 0; i < PERCENTS.size(); i++) {
            final double nanos = curve.at(PERCENTS.get(i));
            svg.open(
                    "circle",
                    "class",
                    "halo",
                    "style",
                    "fill:var(--" + curve.colour() + ")",
                    "cx",
                    Numbers.at(scale.x(i)),
                    "cy",
                    Numbers.at(scale.y(nanos)),
                    "r",
                    "4.5");
            svg.element(
                    "title",
                    curve.label() + ", " + name(PERCENTS.get(i)) + ": " + Numbers.nanos(nanos));
            svg.close().line();
        }
    }

    /** At the ends of the curves, each pushed down as far as it would cover another one. */
    private void labels(final Markup svg, final Scale scale) {
        final List<Curve> fromTop = new ArrayList<>(curves);
        fromTop.sort(Comparator.comparingDouble((Curve curve) -> -curve.at(100)));
        final double lowest = HEIGHT - BOTTOM - LABEL_HEIGHT * (fromTop.size() - 1.0);
        double free = 0;
        for (int i = 0; i < fromTop.size(); i++) {
            final Curve curve = fromTop.get(i);
            final double limit = lowest + i * LABEL_HEIGHT;
            final double y = Math.max(free, Math.min(limit, scale.y(curve.at(100))));
            svg.element(
                            "text",
                            curve.label(),
                            "class",
                            "strong",
                            "style",
                            "fill:var(--" + curve.colour() + ")",
                            "x",
                            Numbers.at(scale.right() + 12),
                            "y",
                            Numbers.at(y + BASELINE))
                    .line();
            free = y + LABEL_HEIGHT;
        }
    }

    /** Where values lie. */
    private record Scale(double right, int minPower, int maxPower) {
        double x(final int percentile) {
            return LEFT + (right - LEFT) * percentile / (PERCENTS.size() - 1);
        }

        double y(final double nanos) {
            final double part = (Math.log10(Math.max(1, nanos)) - minPower) / (maxPower - minPower);
            return HEIGHT - BOTTOM - part * (HEIGHT - BOTTOM - TOP);
        }
    }
}
