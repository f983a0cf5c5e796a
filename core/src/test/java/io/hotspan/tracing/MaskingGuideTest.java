package io.hotspan.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.recording.RecordingSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide's code about masking compiles, and hides passwords. */
class MaskingGuideTest {
    private static final Pattern REGION =
            Pattern.compile("// region masking\\n(.*?)// endregion", Pattern.DOTALL);

    private static RecordingSettings settings() {
        // region masking
        RecordingSettings settings =
                RecordingSettings.builder()
                        .masking((key, value) -> key.contains("password") ? "***" : value)
                        .build();
        // endregion
        return settings;
    }

    @Test
    void theGuidesHookHidesPasswords() {
        assertThat(settings().masking().mask("password", "s3cret")).isEqualTo("***");
        assertThat(settings().masking().mask("user", "me")).isEqualTo("me");
    }

    @Test
    void theGuidesCodeIsThisCode() throws Exception {
        final String source = "src/test/java/io/hotspan/tracing/MaskingGuideTest.java";
        final Matcher region = REGION.matcher(Files.readString(Path.of(source)));
        assertThat(region.find()).isTrue();

        assertThat(withoutSpace(Files.readString(Path.of("..", "docs", "guide.md"))))
                .contains(withoutSpace(region.group(1)));
    }

    private static String withoutSpace(final String code) {
        return code.replaceAll("\\s+", "");
    }
}
