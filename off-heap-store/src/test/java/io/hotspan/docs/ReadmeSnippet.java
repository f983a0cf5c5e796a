package io.hotspan.docs;

import io.hotspan.Hotspan;
import io.hotspan.model.SpanType;
import io.hotspan.trace.Trace;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** The code of README's first screen, compiled; {@link ReadmeTest} runs it. */
final class ReadmeSnippet {
    private ReadmeSnippet() {}

    static void run(final String question, final Consumer<Trace> show) {
        // @start region=first-screen
        try (Hotspan hotspan = Hotspan.open(Path.of("journal"))) {
            String answer =
                    hotspan.tracer()
                            .trace(
                                    "answer",
                                    SpanType.CHAIN,
                                    span -> {
                                        span.setInputs(Map.of("question", question));
                                        return ask(question);
                                    });
            System.out.println(answer);
            hotspan.flush();
            hotspan.traces().get(hotspan.lastTraceId().orElseThrow()).ifPresent(show);
        }
        // @end
    }

    private static String ask(final String question) {
        return "What, " + question + "?";
    }
}
