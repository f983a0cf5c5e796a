package io.hotspan.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    @Test
    void aTerminalIsColoured() {
        assertThat(Terminal.of(Map.of(), true).isColoured()).isTrue();
    }

    @Test
    void aPipeIsNotColoured() {
        assertThat(Terminal.of(Map.of(), false).isColoured()).isFalse();
    }

    @Test
    void noColorIsObeyed() {
        assertThat(Terminal.of(Map.of("NO_COLOR", "1"), true).isColoured()).isFalse();
    }

    @Test
    void anEmptyNoColorSaysNothing() {
        assertThat(Terminal.of(Map.of("NO_COLOR", ""), true).isColoured()).isTrue();
    }

    @Test
    void aDumbTerminalIsNotColoured() {
        assertThat(Terminal.of(Map.of("TERM", "dumb"), true).isColoured()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"72, 72", "7, 40", "0, 100", "wide, 100", "99999999999, 100", "'', 100"})
    void columnsTellTheWidth(final String columns, final int width) {
        assertThat(Terminal.of(Map.of("COLUMNS", columns), true).width()).isEqualTo(width);
    }

    @Test
    void theWidthHasADefault() {
        assertThat(Terminal.of(Map.of(), true).width()).isEqualTo(Terminal.DEFAULT_WIDTH);
    }

    @Test
    void withoutALocaleTextIsUtf8() {
        assertThat(Terminal.of(Map.of(), true).isAscii()).isFalse();
    }

    @Test
    void theStrongestLocaleVariableCounts() {
        final Map<String, String> environment = Map.of("LANG", "de_DE.UTF-8", "LC_ALL", "C");
        assertThat(Terminal.of(environment, true).isAscii()).isTrue();
    }

    @Test
    void utf8IsRecognisedInBothSpellings() {
        assertThat(Terminal.of(Map.of("LANG", "C.UTF-8"), true).isAscii()).isFalse();
        assertThat(Terminal.of(Map.of("LANG", "en_US.utf8"), true).isAscii()).isFalse();
    }

    @Test
    void paintLeavesTextAloneWithoutColours() {
        final Terminal terminal = new Terminal(true, false, false, 80);
        assertThat(terminal.paint(Style.RED, "x")).isEqualTo("x");
    }

    @Test
    void paintEndsWhatItBegins() {
        final Terminal terminal = new Terminal(true, true, false, 80);
        assertThat(terminal.paint(Style.RED, "x")).isEqualTo("\u001b[31mx\u001b[0m");
    }

    @Test
    void aWidthThatIsTooSmallIsRefused() {
        assertThatThrownBy(() -> new Terminal(true, true, false, 39))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("width too small: width=39, min=40");
    }
}
