package io.hotspan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.recording.RecordingSettings;
import org.junit.jupiter.api.Test;

/** The guide's example of hiding values: the region stands in docs/guide.md, and runs here. */
class GuideMaskingTest {
    private static RecordingSettings settings() {
        // @start region=masking
        RecordingSettings settings =
                RecordingSettings.builder()
                        .masking((key, value) -> key.contains("password") ? "***" : value)
                        .build();
        // @end
        return settings;
    }

    @Test
    void theGuidesHookHidesPasswords() {
        assertThat(settings().masking().mask("password", "s3cret")).isEqualTo("***");
        assertThat(settings().masking().mask("user", "me")).isEqualTo("me");
    }
}
