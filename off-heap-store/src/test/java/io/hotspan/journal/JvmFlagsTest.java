package io.hotspan.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmFlagsTest {
    @TempDir Path directory;

    @Test
    void theOptionsOfThisBuildAreEnough() {
        assertThatCode(JvmFlags::check).doesNotThrowAnyException();
    }

    @Test
    void withoutOptionsTheErrorListsExactlyThoseToAdd() throws Exception {
        final Path journal = directory.resolve("journal");

        final String output =
                ChildJvm.outputOf(
                        ChildJvm.withoutOptions(WriterProcess.class, journal.toString(), "3"));

        assertThat(output)
                .contains("MissingJvmFlagsException")
                .contains("@hotspan.jvmargs")
                .contains("--add-opens=java.base/java.lang.reflect=ALL-UNNAMED")
                .contains("--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED")
                .contains("--add-exports=java.base/sun.nio.ch=ALL-UNNAMED")
                .contains("--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED")
                .doesNotContain("IllegalAccess");
        assertThat(output.contains("--sun-misc-unsafe-memory-access=allow"))
                .isEqualTo(Runtime.version().feature() >= 24);
        assertThat(journal).doesNotExist();
    }

    @Test
    void theShippedOptionsFileHasEachOptionThatIsAskedFor() throws Exception {
        final List<String> shipped = Files.readAllLines(Path.of("..", "hotspan.jvmargs"));

        assertThat(shipped)
                .contains(
                        "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
                        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                        "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
                        "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void withTheOptionsNothingIsPrinted() throws Exception {
        final String output =
                ChildJvm.outputOf(
                        ChildJvm.withOptions(
                                WriterProcess.class, directory.resolve("j").toString(), "3"));

        assertThat(output).isEmpty();
    }
}
