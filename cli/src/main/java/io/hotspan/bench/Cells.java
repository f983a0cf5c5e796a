package io.hotspan.bench;

import io.hotspan.bench.chart.Numbers;
import io.hotspan.bench.result.Figure;

/** Figures as cells of a table. */
final class Cells {
    private static final String NONE = "–";

    private Cells() {}

    static String number(final Figure figure) {
        return figure.isPresent() ? Numbers.text(figure.value()) : NONE;
    }

    static String error(final Figure figure) {
        return figure.isPresent() && !Double.isNaN(figure.error())
                ? "±" + Numbers.text(figure.error())
                : "";
    }

    /** A ratio with its error, as in {@code 1.61 ±0.04}. */
    static String ratio(final Figure figure) {
        return figure.isPresent() && !Double.isNaN(figure.error()) && figure.error() > 0
                ? number(figure) + " " + error(figure)
                : number(figure);
    }

    static String plain(final double value) {
        return Numbers.text(value);
    }

    /** Bytes: what is next to nothing is 0. */
    static String bytes(final Figure figure) {
        return figure.isPresent() && figure.value() < 0.1 ? "0" : number(figure);
    }

    /** Why there is no figure; empty if there is one. */
    static String remark(final Figure figure) {
        return figure.isPresent() ? "" : "no figure: " + figure.reason();
    }
}
