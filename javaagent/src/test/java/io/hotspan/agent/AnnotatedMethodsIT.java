package io.hotspan.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Annotated;
import io.hotspan.model.StatusCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What annotated methods of every kind give, in a program that has no library of Hotspan's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnnotatedMethodsIT {
    private AgentRun run;

    @BeforeAll
    void run(@TempDir final Path scratch) throws Exception {
        run = new AgentRun(scratch).run(Annotated.class);
    }

    @Test
    void theProgramDoesWhatItDidWithoutTheAgent() {
        assertThat(run.lines())
                .containsExactly("WHY3", "4", "b", "6", "[above]", "[below]", "refused no");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void spansByHandAndWovenOnesNest() {
        assertThat(run.trees()).contains("answer[by hand[upper]]");
        assertThat(run.span("answer").attributes()).containsEntry("by", "hand");
    }

    @Test
    void argumentsAreInputsByTheNamesOfTheirParameters() {
        assertThat(run.span("answer").inputs()).isEqualTo(Map.of("question", "why", "depth", 3L));
        assertThat(run.span("answer").outputs()).isEqualTo("WHY3");
    }

    @Test
    void theAnnotationGivesNameTypeAndAttributes() {
        assertThat(run.span("answer").type()).isEqualTo("CHAIN");
        assertThat(run.span("answer").attributes()).containsEntry("team", "search");
    }

    @Test
    void whatIsNotToBeCapturedIsNot() {
        assertThat(run.span("secret").hasInputs()).isFalse();
        assertThat(run.span("secret").hasOutputs()).isFalse();
    }

    @Test
    void genericAndVarargsMethodsAreTraced() {
        assertThat(run.span("larger").outputs()).isEqualTo("b");
        assertThat(run.span("sum").outputs()).isEqualTo(6L);
    }

    @Test
    void aThrowableIsRecordedAndRethrown() {
        assertThat(run.span("fail").status().code()).isEqualTo(StatusCode.ERROR);
        assertThat(run.span("fail").status().description()).isEqualTo("Refused: no");
        assertThat(run.span("fail").events())
                .singleElement()
                .satisfies(event -> assertThat(event.name()).isEqualTo("exception"));
    }

    @Test
    void anOverridingMethodIsTracedIfItIsAnnotatedItself() {
        assertThat(run.span("overridden").outputs()).isEqualTo(List.of("above"));
    }

    @Test
    void anAnnotatedConstructorIsWarnedOf() {
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("hotspan: not traced: ")
                .contains("com.acme.Annotated", "a constructor");
    }
}
