package io.hotspan.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    private static final Terminal PIPE = new Terminal(false, false, false, 40);
    private static final Terminal NARROW = new Terminal(true, false, false, 40);
    private static final Terminal COLOURED = new Terminal(true, true, false, 80);

    @Test
    void columnsAreAsWideAsTheirLongestCell() {
        final Table table =
                new Table(PIPE).text("A").number("COUNT").row("first", "7").row("x", "1,000,000");
        assertThat(table.lines())
                .containsExactly("A          COUNT", "first          7", "x      1,000,000");
    }

    @Test
    void noLineEndsInBlanks() {
        final Table table = new Table(PIPE).text("A").text("B").row("x", "long").row("y", "");
        assertThat(table.lines()).noneMatch(line -> line.endsWith(" "));
    }

    @Test
    void theElasticColumnGivesWayOnATerminal() {
        assertThat(wide(NARROW).lines())
                .containsExactly(
                        "NAME                  N", "0123456789012345678…  012345678901234567");
    }

    @Test
    void outputThatIsNoTerminalIsNotShortened() {
        assertThat(wide(PIPE).lines().get(1)).contains("0123456789".repeat(4));
    }

    @Test
    void anAsciiTerminalHasAnAsciiEllipsis() {
        assertThat(wide(new Terminal(true, false, true, 40)).lines().get(1))
                .startsWith("01234567890123456...  ");
    }

    @Test
    void wideAndCombiningCharactersAreAligned() {
        final Table table =
                new Table(PIPE)
                        .text("NAME")
                        .text("B")
                        .row("検索", "1")
                        .row("e\u0301te", "1")
                        .row("🔎x", "1");
        assertThat(table.lines()).containsExactly("NAME  B", "検索  1", "e\u0301te   1", "🔎x   1");
    }

    @Test
    void coloursDoNotCountAsWidth() {
        final Table table =
                new Table(COLOURED)
                        .text("S", cell -> cell.equals("bad") ? Style.RED : null)
                        .text("B")
                        .row("bad", "1")
                        .row("fine", "2");
        assertThat(table.lines())
                .containsExactly(
                        "\u001b[1mS     B\u001b[0m", "\u001b[31mbad\u001b[0m   1", "fine  2");
    }

    @Test
    void laterRowsStandInTheSameColumns() {
        final Table table =
                new Table(PIPE).text("S").atLeast(4).number("N").atLeast(3).row("a", "1");
        assertThat(table.lines()).containsExactly("S       N", "a       1");
        assertThat(table.line("open", "22")).isEqualTo("open   22");
    }

    @Test
    void aLaterRowThatIsTooWideKeepsItsText() {
        final Table table = new Table(PIPE).text("S").number("N").row("a", "1");
        table.lines();
        assertThat(table.line("longer", "22")).isEqualTo("longer  22");
    }

    @Test
    void aRowHasACellForEachColumn() {
        final Table table = new Table(PIPE).text("A");
        assertThatThrownBy(() -> table.row("1", "2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wrong number of cells: cells=2, columns=1");
    }

    private static Table wide(final Terminal terminal) {
        return new Table(terminal)
                .elasticText("NAME")
                .text("N")
                .row("0123456789".repeat(4), "012345678901234567");
    }
}
