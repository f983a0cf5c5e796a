package io.hotspan.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LikePatternTest {
    @Test
    void theWholeTextMustMatch() {
        assertThat(like("abc", "abc")).isTrue();
        assertThat(like("ab", "abc")).isFalse();
        assertThat(like("%b%", "abc")).isTrue();
        assertThat(like("a%c", "ac")).isTrue();
        assertThat(like("a%a", "a")).isFalse();
        assertThat(like("", "")).isTrue();
        assertThat(like("%", "")).isTrue();
        assertThat(like("", "a")).isFalse();
    }

    @Test
    void anUnderscoreIsOneCharacterAndNewLinesAreCharacters() {
        assertThat(like("_", "🎉")).isTrue();
        assertThat(like("a_c", "a\nc")).isTrue();
        assertThat(like("a%c", "a\n\nc")).isTrue();
        assertThat(like("__", "a")).isFalse();
    }

    @Test
    void signsOfRegularExpressionsMeanNothing() {
        assertThat(like("a.c", "abc")).isFalse();
        assertThat(like("[a]\\", "[a]\\")).isTrue();
    }

    @Test
    void caseIsIgnoredOnlyWhenAskedFor() {
        assertThat(like("GRÖSSE%", "größe")).isFalse();
        assertThat(new LikePattern("GRÖ%", true).matches("größe")).isTrue();
        assertThat(like("A", "a")).isFalse();
    }

    @Test
    void hostilePatternsTakeNoLongerThanOthers() {
        final String text = "a".repeat(1_000_000);

        assertThat(like("%a%a%a%a%a%a%a%a%a%b", text)).isFalse();
        assertThat(like("%a_a_a%b%a_%_%%%", text)).isFalse();
    }

    @Property
    void theResultIsThatOfTheEquivalentRegularExpression(
            @ForAll @StringLength(max = 6) @Chars({'a', 'b', '%', '_'}) final String pattern,
            @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'b') final String text) {
        final String regex = pattern.replace("%", ".*").replace("_", ".");

        assertThat(like(pattern, text)).isEqualTo(Pattern.matches(regex, text));
    }

    private static boolean like(final String pattern, final String text) {
        return new LikePattern(pattern, false).matches(text);
    }
}
