package io.hotspan.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Results;
import io.hotspan.model.StatusCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Spans of methods whose results come after they have returned. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LateResultsIT {
    private AgentRun run;

    @BeforeAll
    void run(@TempDir final Path scratch) throws Exception {
        run = new AgentRun(scratch).withLibraries("reactive-streams").runQuietly(Results.class);
    }

    @Test
    void theProgramGetsWhatItGotWithoutTheAgent() {
        assertThat(run.lines())
                .containsExactly(
                        "late!",
                        "true",
                        "42",
                        "[A, B, C]",
                        "3",
                        "abc[9, 4]",
                        "2",
                        "x",
                        "y",
                        "one",
                        "two",
                        "complete",
                        "one",
                        "java.lang.IllegalStateException: broken");
    }

    @Test
    void everySpanHasEnded() {
        assertThat(run.spans()).noneMatch(span -> span.isOpen());
    }

    @Test
    void aStageIsParentInTheMethodAndNotCurrentBehindIt() {
        assertThat(run.trees()).contains("stage[inner]", "after");
        assertThat(run.span("stage").outputs()).isEqualTo("late!");
    }

    @Test
    void aStageThatFailsIsAnError() {
        assertThat(run.span("failing").status().code()).isEqualTo(StatusCode.ERROR);
        assertThat(run.span("failing").status().description())
                .isEqualTo("IllegalStateException: late");
    }

    @Test
    void aFutureGivesItsValue() {
        assertThat(run.span("future").outputs()).isEqualTo(42L);
    }

    @Test
    void eachElementOfAStreamIsAnEventAndTheListTheOutputs() {
        assertThat(run.span("stream").outputs()).isEqualTo(List.of("a", "b", "c"));
        assertThat(run.span("stream").events())
                .extracting(event -> event.name())
                .containsExactly(
                        "mlflow.chunk.item.0", "mlflow.chunk.item.1", "mlflow.chunk.item.2");
    }

    @Test
    void aReducerMakesTheOutputs() {
        assertThat(run.spans())
                .filteredOn(span -> span.name().equals("joined"))
                .extracting(span -> span.outputs())
                .contains("abc");
        assertThat(run.span("numbers").outputs()).isEqualTo(9L);
    }

    @Test
    void anEndlessStreamEndsWithItsTerminalOperation() {
        assertThat(run.span("endless").outputs()).isEqualTo(List.of(1L, 2L));
    }

    @Test
    void anIteratorEndsWhenItHasNoMore() {
        assertThat(run.span("iterator").outputs()).isEqualTo(List.of("x", "y"));
    }

    @Test
    void publishersEndWithTheirSubscription() {
        assertThat(run.span("flow").outputs()).isEqualTo(List.of("one", "two"));
        assertThat(run.span("publisher").outputs()).isEqualTo(List.of("one"));
        assertThat(run.span("publisher").status().code()).isEqualTo(StatusCode.ERROR);
    }
}
