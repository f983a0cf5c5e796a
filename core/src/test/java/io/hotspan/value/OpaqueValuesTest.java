package io.hotspan.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Values that are not asked for their content. */
class OpaqueValuesTest {
    @Test
    void whatAskingWouldUseUpIsNotAsked() {
        final Iterator<Integer> iterator = List.of(1).iterator();
        final Stream<Integer> stream = Stream.of(1);
        final InputStream input = new ByteArrayInputStream(new byte[1]);
        assertThat(RoundTrip.of(iterator)).asString().startsWith("<java.util.ImmutableColl");
        assertThat(RoundTrip.of(stream)).isEqualTo("<java.util.stream.ReferencePipeline$Head>");
        assertThat(RoundTrip.of(input)).isEqualTo("<java.io.ByteArrayInputStream>");
        assertThat(iterator).hasNext();
        assertThat(stream.count()).isEqualTo(1);
        assertThat(((ByteArrayInputStream) input).available()).isEqualTo(1);
    }

    @Test
    void lambdasFuturesAndThreadsAreTheNamesOfTheirClasses() {
        final Supplier<String> supplier = () -> "asked";
        final Callable<String> callable = () -> "asked";
        assertThat(RoundTrip.of(supplier)).asString().startsWith("<").doesNotContain("asked", "/");
        assertThat(RoundTrip.of(callable)).asString().startsWith("<").doesNotContain("asked", "/");
        assertThat(RoundTrip.of(new CompletableFuture<>()))
                .isEqualTo("<java.util.concurrent.CompletableFuture>");
        assertThat(RoundTrip.of(Thread.currentThread())).isEqualTo("<java.lang.Thread>");
    }

    @Test
    void theInsidesOfTheJdkAreNotLookedAt() {
        assertThat(RoundTrip.of(Locale.GERMAN)).isEqualTo("de");
        assertThat(RoundTrip.of(new StackTraceElement("A", "b", "c", 1))).isEqualTo("A.b(c:1)");
    }
}
