package io.hotspan.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.DatabaseProgram;
import com.acme.SearchProgram;
import com.acme.WebProgram;
import io.hotspan.model.StatusCode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that know nothing of Hotspan, traced by one flag. */
class RealProgramsIT {
    @TempDir Path scratch;

    @Test
    void luceneIndexesAndSearches() throws Exception {
        final AgentRun run =
                new AgentRun(scratch)
                        .withLibraries("lucene-core")
                        .with(
                                "trace=org.apache.lucene.search.IndexSearcher#search,"
                                        + "org.apache.lucene.index.IndexWriter#addDocument,"
                                        + "org.apache.lucene.index.IndexWriter#close")
                        .run(SearchProgram.class);
        assertThat(run.err()).doesNotContain("hotspan"); // Lucene speaks of newer JDKs
        assertThat(run.lines()).containsExactly("50 hits");
        assertThat(run.trees().stream().filter("IndexWriter.addDocument"::equals)).hasSize(100);
        assertThat(run.trees()).contains("IndexWriter.close");
        assertThat(run.trees()).anyMatch(tree -> tree.startsWith("IndexSearcher.search["));
    }

    @Test
    void h2AnswersUnderLoad() throws Exception {
        final AgentRun run =
                new AgentRun(scratch)
                        .withLibraries("com/h2database")
                        .with(
                                "trace=org.h2.jdbc.JdbcStatement#execute*,"
                                        + "org.h2.jdbc.JdbcPreparedStatement#executeUpdate")
                        .runQuietly(DatabaseProgram.class);
        assertThat(run.lines()).containsExactly("1000", "refused");
        assertThat(run.trees().stream().filter("JdbcPreparedStatement.executeUpdate"::equals))
                .hasSize(1000);
        assertThat(run.spans())
                .filteredOn(span -> span.status().code() == StatusCode.ERROR)
                .singleElement()
                .satisfies(
                        span -> {
                            assertThat(span.name()).isEqualTo("JdbcStatement.executeQuery");
                            assertThat(span.inputs()).isEqualTo(Map.of("arg0", "select nonsense"));
                        });
    }

    @Test
    void aWebServerAnswersThroughAPool() throws Exception {
        final AgentRun run =
                new AgentRun(scratch)
                        .with("trace=com.acme.WebProgram#greet*,com.acme.WebProgram#backEnd")
                        .runQuietly(WebProgram.class);
        assertThat(run.lines()).containsExactly("hello anna");
        assertThat(run.trees())
                .hasSize(20)
                .containsOnly("WebProgram.greet[WebProgram.backEnd[WebProgram.greeting]]");
    }
}
