package io.hotspan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.demo.progress.LoadProgress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramLinesTest {
    private final List<TextCounts> ready = new ArrayList<>();
    private final List<LoadProgress> told = new ArrayList<>();
    private final ProgramLines lines = new ProgramLines(20, ready::add, told::add);

    @Test
    void allThatTheProgramSaysIsTold() throws IOException {
        read("ready 198 9 1", "progress 4 1 0 2000", "progress 19 1 0 9000", "end 78");
        assertThat(ready).containsExactly(new TextCounts(198, 9, 1));
        assertThat(told)
                .containsExactly(
                        new LoadProgress(20, 4, 1, 0, 2000, null),
                        new LoadProgress(20, 19, 1, 0, 9000, null));
        assertThat(lines.progress()).isEqualTo(told.get(1));
        assertThat(lines.calls()).isEqualTo(78);
    }

    @Test
    void aFailureIsKept() throws IOException {
        read("progress 0 0 1 2000", "failure IOException: no way", "end 4");
        assertThat(lines.progress())
                .isEqualTo(new LoadProgress(20, 0, 0, 1, 2000, "IOException: no way"));
    }

    @Test
    void aProgramThatDoesNotComeToItsEndIsKnown() throws IOException {
        read("ready 198 9 1", "progress 4 1 0 2000");
        assertThat(lines.calls()).isNegative();
    }

    @Test
    void otherLinesArePassedOver() throws IOException {
        read("WARNING: a library speaks", "", "end 1");
        assertThat(lines.progress()).isNull();
        assertThat(lines.calls()).isEqualTo(1);
    }

    private void read(final String... text) throws IOException {
        lines.readAll(new BufferedReader(new StringReader(String.join("\n", text))));
    }
}
