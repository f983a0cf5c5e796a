package io.hotspan.demo.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatEndpointTest {
    @Test
    void itIsWhatTheEnvironmentNames() {
        assertThat(of("https://host/v1", "key", "big-model"))
                .isEqualTo(new ChatEndpoint(URI.create("https://host/v1"), "key", "big-model"));
    }

    @Test
    void theModelNeedNotBeNamed() {
        assertThat(of("https://host/v1", "key", "").model()).isEqualTo(ChatEndpoint.DEFAULT_MODEL);
    }

    @Test
    void addressAndKeyAreBothNeeded() {
        assertThat(of("https://host/v1", "", "m")).isNull();
        assertThat(of("", "key", "m")).isNull();
        assertThat(ChatEndpoint.of(Map.of())).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://host/v1", "https://host/v1/", "https://host/v1//"})
    void aSlashAtTheEndChangesNothing(final String address) {
        assertThat(of(address, "key", "m").baseUri()).isEqualTo(URI.create("https://host/v1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"host/v1", "ftp://host", "https:", "http://a b", "https://host?x=1"})
    void whatIsNoAddressIsRefusedWithAWayOut(final String address) {
        assertThatThrownBy(() -> of(address, "key", "m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OPENAI_BASE_URL")
                .hasMessageContaining('"' + address + '"')
                .hasMessageContaining("https://host/v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-a sk-b", "sk-a\nb", "sk-ä", "sk-\u0000"})
    void whatIsNoKeyIsRefusedWithoutBeingShown(final String key) {
        assertThatThrownBy(() -> of("https://host/v1", key, "m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OPENAI_API_KEY")
                .hasMessageNotContaining("sk-");
    }

    @Test
    void theKeyIsNotShown() {
        assertThat(of("https://host/v1", "sk-secret", "m").toString()).doesNotContain("secret");
    }

    private static ChatEndpoint of(final String address, final String key, final String model) {
        return ChatEndpoint.of(
                Map.of("OPENAI_BASE_URL", address, "OPENAI_API_KEY", key, "OPENAI_MODEL", model));
    }
}
