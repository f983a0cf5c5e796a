package io.hotspan.bench.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.bench.result.Figure;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {
    private static final int WIDTH = 600;

    @Test
    void aBarIsAsLongAsItsFigure() throws Exception {
        final Document svg = parse(bars(bar("a", Figure.of(10)), bar("b", Figure.of(40))));
        final NodeList rects = svg.getElementsByTagName("rect");
        assertThat(width(rects, 1) / width(rects, 0)).isBetween(3.95, 4.05);
    }

    @Test
    void aBarWithoutAFigureSaysWhy() throws Exception {
        final Document svg = parse(bars(bar("a", Figure.none("6.0 % lost"))));
        assertThat(svg.getElementsByTagName("rect").getLength()).isZero();
        assertThat(svg.getDocumentElement().getTextContent()).contains("no figure: 6.0 % lost");
    }

    @Test
    void textsAreEscaped() throws Exception {
        final Document svg = parse(bars(bar("<b> & \"c\" \u0000", Figure.of(1))));
        assertThat(svg.getDocumentElement().getTextContent()).contains("<b> & \"c\" ");
    }

    @Test
    void aWildErrorStaysInsideOfTheChart() throws Exception {
        final Document svg = parse(bars(bar("a", Figure.of(10, 5_000))));
        final NodeList lines = svg.getElementsByTagName("line");
        for (int i = 0; i < lines.getLength(); i++) {
            final Element line = (Element) lines.item(i);
            assertThat(Double.parseDouble(line.getAttribute("x2"))).isBetween(0.0, 1.0 * WIDTH);
        }
    }

    @Test
    void aFileBringsItsStyleForLightAndDarkAndNeedsNoOther() throws Exception {
        final String svg = bars(bar("a", Figure.of(10))).toSvgFile(WIDTH);
        parse(svg);
        assertThat(svg).contains("prefers-color-scheme: dark", "class=\"card\"");
        assertThat(svg.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http", "url(");
    }

    @Test
    void aChartSaysInWordsWhatItShows() throws Exception {
        final Document svg = parse(bars(bar("a", Figure.of(10))));
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("less is better. a: 10.0.");
    }

    @Test
    void curvesOfTheSameEndHaveTheirNamesBelowEachOther() throws Exception {
        final Curve one = curve("one");
        final Curve other = curve("other");
        final String text = new CurveChart("t", "s", List.of(one, other)).toSvg(WIDTH);
        final NodeList texts = parse(text).getElementsByTagName("text");
        final Element last = (Element) texts.item(texts.getLength() - 1);
        final Element before = (Element) texts.item(texts.getLength() - 2);
        assertThat(Double.parseDouble(last.getAttribute("y")))
                .isGreaterThanOrEqualTo(Double.parseDouble(before.getAttribute("y")) + 15);
    }

    @Test
    void percentilesHaveTheirUsualNames() {
        assertThat(CurveChart.PERCENTS.stream().map(CurveChart::name))
                .containsExactly("p50", "p90", "p99", "p99.9", "p99.99", "max");
    }

    @Test
    void numbersHaveThreeDigits() {
        assertThat(Numbers.text(0.854)).isEqualTo("0.85");
        assertThat(Numbers.text(61.26)).isEqualTo("61.3");
        assertThat(Numbers.text(1_234.4)).isEqualTo("1,234");
        assertThat(Numbers.large(8_123_456)).isEqualTo("8.12 M");
        assertThat(Numbers.nanos(1_234)).isEqualTo("1.2 µs");
        assertThat(Numbers.nanos(34_000_000)).isEqualTo("34 ms");
    }

    private static Bar bar(final String label, final Figure figure) {
        return new Bar(label, "ours", false, figure, "");
    }

    private static BarChart bars(final Bar... bars) {
        return new BarChart("title", "less is better", List.of(bars), Numbers::text);
    }

    private static Curve curve(final String label) {
        final Map<Double, Double> nanos = new TreeMap<>();
        CurveChart.PERCENTS.forEach(percent -> nanos.put(percent, 80.0));
        return new Curve(label, "ours", new TreeMap<>(nanos));
    }

    private static double width(final NodeList rects, final int index) {
        return Double.parseDouble(((Element) rects.item(index)).getAttribute("width"));
    }

    private static Document parse(final BarChart chart) throws Exception {
        return parse(chart.toSvg(WIDTH));
    }

    private static Document parse(final String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }
}
