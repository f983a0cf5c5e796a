package io.hotspan.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreviewsTest {
    @Test
    void theLastMessageOfTheRoleIsShown() {
        final Map<String, Object> chat =
                Map.of(
                        "messages",
                        List.of(
                                message("user", "first"),
                                message("user", "second"),
                                message("assistant", "third")));

        assertThat(Previews.request(chat)).isEqualTo("second");
        assertThat(Previews.response(chat)).isEqualTo("third");
    }

    @Test
    void withoutAMessageOfTheRoleTheLastOneIsShown() {
        assertThat(Previews.request(Map.of("messages", List.of(message("tool", "only")))))
                .isEqualTo("only");
    }

    @Test
    void whatIsNoChatIsShownAsJson() {
        assertThat(Previews.request(Map.of("messages", "none")))
                .isEqualTo("{\"messages\": \"none\"}");
        assertThat(Previews.request(null)).isEqualTo("null");
        assertThat(Previews.request("text")).isEqualTo("\"text\"");
    }

    @Test
    void longTextEndsInDotsAtAThousandCharacters() {
        final String preview = Previews.request("🎉".repeat(5_000_000));

        assertThat(preview.codePointCount(0, preview.length())).isEqualTo(1_000);
        assertThat(preview).startsWith("\"🎉").endsWith("🎉...");
    }

    @Test
    void metadataEndsInDotsAt250Characters() {
        assertThat(Previews.metadata("x".repeat(248))).hasSize(250).endsWith("x\"");
        assertThat(Previews.metadata("x".repeat(249))).hasSize(250).endsWith("x...");
    }

    private static Map<String, Object> message(final String role, final String content) {
        return Map.of("role", role, "content", content);
    }
}
