package io.hotspan.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"./hotspan", "/srv/traces-1_2", "jörnal", "C:x@y"})
    void whatIsOneWordStaysAsItIs(final String text) {
        assertThat(ShellText.of(Path.of(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my traces", "a$b", "a;b", "a*", "~x", "a\"b", "a\nb", ""})
    void whatAShellWouldReadOtherwiseIsQuoted(final String text) {
        assertThat(ShellText.of(text)).isEqualTo("'" + text + "'");
    }

    @Test
    void aQuoteIsQuotedToo() {
        assertThat(ShellText.of("it's")).isEqualTo("'it'\\''s'");
    }
}
