package io.hotspan.agent.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MethodPatternTest {
    @Test
    void aClassWithoutAMethodMeansAllItsMethods() {
        final MethodPattern pattern = MethodPattern.parse("com.acme.Search");
        assertThat(pattern.matchesClass("com.acme.Search")).isTrue();
        assertThat(pattern.matchesClass("com.acme.Searcher")).isFalse();
        assertThat(pattern.matchesMethod("anything")).isTrue();
        assertThat(pattern.namesMethods()).isFalse();
    }

    @Test
    void oneStarStaysInAPackageAndTwoDoNot() {
        assertThat(MethodPattern.parse("com.acme.*").matchesClass("com.acme.Web")).isTrue();
        assertThat(MethodPattern.parse("com.acme.*").matchesClass("com.acme.web.Page")).isFalse();
        assertThat(MethodPattern.parse("com.acme.**").matchesClass("com.acme.web.Page")).isTrue();
    }

    @Test
    void aMethodMayHaveAStar() {
        final MethodPattern pattern = MethodPattern.parse("com.acme.Db#execute*");
        assertThat(pattern.matchesMethod("executeQuery")).isTrue();
        assertThat(pattern.matchesMethod("close")).isFalse();
        assertThat(pattern.namesMethods()).isTrue();
    }

    @Test
    void whatTracingItselfUsesIsRefused() {
        assertThatThrownBy(() -> MethodPattern.parse("java.lang.String#length"))
                .hasMessageContaining("java.lang.");
        assertThat(MethodPattern.parse("jav*.**").matchesClass("java.util.HashMap")).isFalse();
    }

    @Test
    void everythingIsTooMuch() {
        assertThatThrownBy(() -> MethodPattern.parse("**")).hasMessageContaining("too wide");
        assertThatThrownBy(() -> MethodPattern.parse("a b")).hasMessageContaining("not a pattern");
    }
}
