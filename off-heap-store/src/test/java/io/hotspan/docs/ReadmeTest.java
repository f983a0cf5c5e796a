package io.hotspan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.journal.ChildJvm;
import io.hotspan.trace.TraceTree;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's first screen, run; {@link PagesTest} compares it. */
class ReadmeTest {
    @TempDir Path directory;

    @Test
    void theCodeOfTheFirstScreenShowsTheTraceOfTheAnswer() throws Exception {
        final String output =
                ChildJvm.outputOf(
                        ChildJvm.withOptions(Program.class).directory(directory.toFile()));

        assertThat(output).contains("answer").contains("CHAIN").contains("a span");
    }

    /** Runs the snippet in a directory of its own. */
    static final class Program {
        private Program() {}

        public static void main(final String[] arguments) {
            ReadmeSnippet.run(
                    "a span",
                    trace -> System.out.println(TraceTree.compact(trace) + trace.toJson()));
        }
    }
}
