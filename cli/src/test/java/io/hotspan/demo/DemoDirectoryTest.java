package io.hotspan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDirectoryTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2025, 10, 22, 6, 14, 54);

    @TempDir Path scratch;

    @Test
    void itIsNamedByTheTime() throws IOException {
        final Path parent = scratch.resolve("hotspan-demo");
        assertThat(DemoDirectory.create(parent, NOW))
                .isEqualTo(parent.resolve("2025-10-22T06-14-54"))
                .isEmptyDirectory();
    }

    @Test
    void twoInOneSecondAreTwo() throws IOException {
        DemoDirectory.create(scratch, NOW);
        assertThat(DemoDirectory.create(scratch, NOW))
                .isEqualTo(scratch.resolve("2025-10-22T06-14-54-2"));
        assertThat(DemoDirectory.create(scratch, NOW))
                .isEqualTo(scratch.resolve("2025-10-22T06-14-54-3"));
    }
}
