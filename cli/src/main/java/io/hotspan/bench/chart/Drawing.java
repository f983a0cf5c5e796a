package io.hotspan.bench.chart;

import io.hotspan.bench.markup.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The element around a chart: its size, and its name and description for those who do not see it.
 */
public final class Drawing {
    private static final int CARD_RADIUS = 10;

    private Drawing() {}

    /** The style of all charts, to be put once into the page that has them. */
    public static String style() {
        try (InputStream css = Drawing.class.getResourceAsStream("chart.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot read chart.css; build it again", e);
        }
    }

    /**
     * Begins a chart.
     *
     * @param isFile whether it is a file of its own, which brings its style and its ground
     */
    static Markup begin(
            final String title,
            final String description,
            final int width,
            final int height,
            final boolean isFile) {
        final Markup svg = new Markup();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "chart",
                "viewBox",
                "0 0 " + width + " " + height,
                "width",
                Integer.toString(width),
                "height",
                Integer.toString(height),
                "role",
                "img",
                "aria-label",
                title);
        svg.element("title", title).element("desc", description);
        if (isFile) {
            svg.element("style", style()).line();
            svg.empty(
                    "rect",
                    "class",
                    "card",
                    "x",
                    "0.5",
                    "y",
                    "0.5",
                    "width",
                    Integer.toString(width - 1),
                    "height",
                    Integer.toString(height - 1),
                    "rx",
                    Integer.toString(CARD_RADIUS));
        }
        return svg.line();
    }

    static void line(
            final Markup svg,
            final String style,
            final double fromX,
            final double fromY,
            final double toX,
            final double toY) {
        svg.empty(
                        "line",
                        "class",
                        style,
                        "x1",
                        Numbers.at(fromX),
                        "y1",
                        Numbers.at(fromY),
                        "x2",
                        Numbers.at(toX),
                        "y2",
                        Numbers.at(toY))
                .line();
    }

    static void text(
            final Markup svg,
            final String style,
            final String anchor,
            final double x,
            final double y,
            final String text) {
        svg.element(
                        "text",
                        text,
                        "class",
                        style,
                        "text-anchor",
                        anchor,
                        "x",
                        Numbers.at(x),
                        "y",
                        Numbers.at(y))
                .line();
    }
}
