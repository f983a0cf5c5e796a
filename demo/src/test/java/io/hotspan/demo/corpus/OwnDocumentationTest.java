package io.hotspan.demo.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnDocumentationTest {
    @TempDir Path root;

    @Test
    void itIsReadmeAndThePagesOfDocs() throws IOException {
        Files.writeString(root.resolve("README.md"), "readme");
        Files.writeString(root.resolve("OTHER.md"), "other");
        Files.createDirectories(root.resolve("docs/results"));
        Files.writeString(root.resolve("docs/guide.md"), "guide");
        Files.writeString(root.resolve("docs/results/run.md"), "run");
        assertThat(OwnDocumentation.read(root).files())
                .containsExactly(
                        new TextFile("README.md", "readme"),
                        new TextFile("docs/guide.md", "guide"));
    }

    @Test
    void theCheckoutIsFoundAboveWhatWasBuilt() throws IOException {
        Files.createDirectories(root.resolve("demo/target"));
        Files.createFile(root.resolve("demo/pom.xml"));
        Files.createFile(root.resolve("hotspan"));
        assertThat(OwnDocumentation.checkoutAbove(root.resolve("demo/target/hotspan-demo.jar")))
                .isEqualTo(root);
    }

    @Test
    void aJarElsewhereHasNoCheckout() {
        assertThat(OwnDocumentation.checkoutAbove(root.resolve("hotspan.jar"))).isNull();
    }

    @Test
    void theCheckoutOfThisBuildHasDocumentation() throws IOException {
        assertThat(OwnDocumentation.read().files())
                .extracting(TextFile::docUri)
                .contains("docs/troubleshooting.md");
    }
}
