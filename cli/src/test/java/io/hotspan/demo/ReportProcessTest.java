package io.hotspan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportProcessTest {
    private static final Path HOME = Path.of("/opt/java");

    @TempDir Path scratch;

    @Test
    void aJarIsStartedAsAJar() throws IOException {
        final String jar = Files.createFile(scratch.resolve("hotspan.jar")).toString();
        assertThat(ReportProcess.command(HOME, List.of("-Xmx64m", "-Da=b"), jar, "x.Main"))
                .containsExactly("/opt/java/bin/java", "-Xmx64m", "-Da=b", "-jar", jar);
    }

    @Test
    void aClassPathIsStartedByItsMainClass() {
        assertThat(ReportProcess.command(HOME, List.of(), "a:b.jar", "x.Main"))
                .containsExactly("/opt/java/bin/java", "-cp", "a:b.jar", "x.Main");
    }

    @Test
    void debuggersAndAgentsAreNotInherited() {
        final List<String> arguments =
                List.of("-agentlib:jdwp=transport=dt_socket", "-javaagent:x.jar", "-Xss1m");
        assertThat(ReportProcess.command(HOME, arguments, "a", "x.Main"))
                .containsExactly("/opt/java/bin/java", "-Xss1m", "-cp", "a", "x.Main");
    }
}
