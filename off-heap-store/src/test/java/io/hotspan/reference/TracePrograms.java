package io.hotspan.reference;

import static io.hotspan.reference.SpanPrograms.in;
import static io.hotspan.reference.SpanPrograms.map;

import io.hotspan.model.SpanType;
import io.hotspan.model.StatusCode;
import io.hotspan.tracing.Tracer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cases of section 4: what is said of a trace as a whole, and what follows from its spans. */
final class TracePrograms {
    private TracePrograms() {}

    static Map<String, Program> all() {
        final Map<String, Program> programs = new LinkedHashMap<>();
        programs.put(
                "trace_level_updates_from_five_levels_deep", tracer -> fiveLevelsDeep(tracer, 1));
        programs.put("previews_given", TracePrograms::previewsGiven);
        programs.put("token_usage_is_summed", TracePrograms::usageSummed);
        programs.put("token_usage_of_a_parent_covers_its_descendants", TracePrograms::usageCovered);
        programs.put("a_state_given_by_the_program", TracePrograms::stateGiven);
        addPreviews(programs);
        return programs;
    }

    private static String fiveLevelsDeep(final Tracer tracer, final int level) {
        return in(
                tracer,
                "level" + level,
                span -> {
                    if (level < 5) {
                        fiveLevelsDeep(tracer, level + 1);
                    } else {
                        tracer.currentTrace()
                                .setTag("fruit", "apple")
                                .setTag("mlflow.note", "n")
                                .setMetadata("build", "17")
                                .setClientRequestId("req-12345")
                                .setSessionId("session-1")
                                .setUserId("user-1")
                                .setTag("fruit", "pear");
                    }
                });
    }

    private static String previewsGiven(final Tracer tracer) {
        return in(
                tracer,
                "previews",
                span -> {
                    span.setInputs(map("long", "input")).setOutputs(map("long", "output"));
                    tracer.currentTrace()
                            .setRequestPreview("in short")
                            .setResponsePreview("out short");
                });
    }

    private static Map<String, Object> usage(final int input, final int output) {
        return map("input_tokens", input, "output_tokens", output, "total_tokens", input + output);
    }

    private static String usageSummed(final Tracer tracer) {
        return in(
                tracer,
                "root",
                root -> {
                    for (int i = 1; i < 3; i++) {
                        model(tracer, usage(10 * i, i));
                    }
                    in(
                            tracer,
                            "agent",
                            agent -> {
                                final Map<String, Object> usage = usage(7, 3);
                                usage.put("cache_read_input_tokens", 5);
                                model(tracer, usage);
                            });
                });
    }

    private static void model(final Tracer tracer, final Map<String, Object> usage) {
        tracer.spanBuilder("llm")
                .type(SpanType.LLM)
                .attribute("mlflow.chat.tokenUsage", usage)
                .start()
                .close();
    }

    private static String usageCovered(final Tracer tracer) {
        return in(
                tracer,
                "root",
                root ->
                        in(
                                tracer,
                                "agent",
                                agent -> {
                                    agent.setAttribute("mlflow.chat.tokenUsage", usage(100, 10));
                                    in(
                                            tracer,
                                            "step",
                                            step ->
                                                    in(
                                                            tracer,
                                                            "llm",
                                                            llm ->
                                                                    llm.setAttribute(
                                                                            "mlflow.chat"
                                                                                    + ".tokenUsage",
                                                                            usage(60, 6))));
                                }));
    }

    private static String stateGiven(final Tracer tracer) {
        return in(tracer, "root", root -> tracer.currentTrace().setState(StatusCode.ERROR));
    }

    private static void addPreviews(final Map<String, Program> programs) {
        chat(
                programs,
                "of_chat_completions",
                map(
                        "model",
                        "m",
                        "messages",
                        List.of(
                                message("system", "be brief"),
                                message("user", "first"),
                                message("assistant", "answer"),
                                message("user", "What is a ring?"))),
                map(
                        "choices",
                        List.of(
                                map(
                                        "index",
                                        0,
                                        "message",
                                        message("assistant", "A circle of bytes.")))));
        chat(
                programs,
                "of_responses",
                map(
                        "input",
                        List.of(
                                message(
                                        "user",
                                        List.of(
                                                map("type", "image", "url", "u"),
                                                map("type", "text", "text", "and this?"))))),
                map(
                        "output",
                        List.of(
                                map("type", "reasoning"),
                                message(
                                        "assistant",
                                        List.of(map("type", "output_text", "text", "That."))))));
        chat(
                programs,
                "of_a_wrapped_request",
                map("request", map("input", List.of(message("user", "wrapped")))),
                map("messages", List.of(message("user", "q"))));
        chat(
                programs,
                "of_messages_without_text",
                map("messages", List.of(message("user", ""))),
                map("choices", List.of()));
        chat(
                programs,
                "of_messages_that_are_none",
                map("messages", List.of("a", map("role", "user"))),
                map(
                        "choices",
                        List.of(map("text", "t")),
                        "output",
                        List.of(message("assistant", "x"))));
        chat(
                programs,
                "of_long_text",
                map("messages", List.of(message("user", "é🎉".repeat(600)))),
                "🎉".repeat(1200));
        chat(
                programs,
                "of_exactly_1000",
                map("messages", List.of(message("user", "x".repeat(1000)))),
                map("messages", List.of(message("assistant", "y".repeat(1001)))));
        chat(programs, "of_plain_values", "what?", 42);
    }

    private static Map<String, Object> message(final String role, final Object content) {
        return map("role", role, "content", content);
    }

    private static void chat(
            final Map<String, Program> programs,
            final String name,
            final Object inputs,
            final Object outputs) {
        programs.put(
                "preview_" + name,
                tracer -> {
                    tracer.trace(
                            "chat",
                            SpanType.CHAT_MODEL,
                            span -> {
                                span.setInputs(inputs).setOutputs(outputs);
                            });
                    return null;
                });
    }
}
