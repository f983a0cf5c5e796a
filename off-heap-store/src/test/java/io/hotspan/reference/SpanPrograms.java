package io.hotspan.reference;

import static java.util.Arrays.asList;

import io.hotspan.model.Document;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.SpanType;
import io.hotspan.tracing.Context;
import io.hotspan.tracing.DetachedSpan;
import io.hotspan.tracing.Span;
import io.hotspan.tracing.Tracer;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cases of section 1: what can be said of a span. */
final class SpanPrograms {
    static final String LINKED_PARENT = "00-66aa81ba5c65ab67304427ca1f198354-fe6098651c5b4eac-01";
    private static final List<String> TYPES =
            List.of(
                    "LLM",
                    "CHAIN",
                    "AGENT",
                    "TOOL",
                    "CHAT_MODEL",
                    "RETRIEVER",
                    "PARSER",
                    "EMBEDDING",
                    "RERANKER",
                    "MEMORY",
                    "UNKNOWN",
                    "WORKFLOW",
                    "TASK",
                    "GUARDRAIL",
                    "EVALUATOR",
                    "MY_OWN_TYPE");

    private SpanPrograms() {}

    static Map<String, Program> all() {
        final Map<String, Program> programs = new LinkedHashMap<>();
        programs.put("inputs_and_outputs", SpanPrograms::inputsAndOutputs);
        programs.put("a_span_without_anything", tracer -> in(tracer, "bare", span -> {}));
        programs.put("span_types", SpanPrograms::spanTypes);
        programs.put("inputs_that_are_no_map", SpanPrograms::inputsThatAreNoMap);
        programs.put("attributes_of_every_kind", SpanPrograms::attributesOfEveryKind);
        programs.put("floats", SpanPrograms::floats);
        programs.put("set_attributes", SpanPrograms::setAttributes);
        programs.put("events", SpanPrograms::events);
        programs.put("an_event_from_an_exception", SpanPrograms::eventFromException);
        programs.put("statuses", SpanPrograms::statuses);
        programs.put("documents", SpanPrograms::documents);
        programs.put("a_traced_function", SpanPrograms::tracedFunction);
        programs.put("links", SpanPrograms::links);
        return programs;
    }

    /** Runs a block in a span that is the root of the case's trace. */
    static String in(
            final Tracer tracer,
            final String name,
            final io.hotspan.tracing.SpanBlock<RuntimeException> block) {
        tracer.trace(name, block);
        return null;
    }

    static Map<String, Object> map(final Object... keysAndValues) {
        final Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static String inputsAndOutputs(final Tracer tracer) {
        return in(
                tracer,
                "my_span",
                span -> {
                    span.setInputs(map("x", 1, "y", 2));
                    span.setOutputs(3);
                });
    }

    private static String spanTypes(final Tracer tracer) {
        return in(
                tracer,
                "root",
                root -> {
                    for (final String type : TYPES) {
                        tracer.startSpan(type.toLowerCase(java.util.Locale.ROOT), type).close();
                    }
                });
    }

    private static String inputsThatAreNoMap(final Tracer tracer) {
        return in(
                tracer,
                "root",
                root -> {
                    root.setInputs("just text");
                    root.setOutputs(asList(1, "two", null));
                    for (final Object value : asList(42, 1.5, true, null, "", List.of(), map())) {
                        try (Span child = tracer.startSpan("child")) {
                            child.setInputs(value).setOutputs(value);
                        }
                    }
                });
    }

    private static String attributesOfEveryKind(final Tracer tracer) {
        return in(
                tracer,
                "attributes",
                span -> {
                    span.setAttribute("text", "say \"hi\" \\ / \b\f\n\r\t\u0000\u001f\u007f");
                    span.setAttribute("long", Long.MAX_VALUE);
                    span.setAttribute("beyond_long", BigInteger.TWO.pow(70));
                    span.setAttribute("zero", 0);
                    span.setAttribute("true", true);
                    span.setAttribute("false", false);
                    span.setAttribute("empty", "");
                    span.setAttribute("nothing", null);
                    span.setAttribute("list", asList(1, 2.5, "three", null, List.of(true)));
                    span.setAttribute("map", map("a", map("b", map("c", List.of())), "", null));
                    span.setAttribute("key with.dots and spaces", "x");
                    span.setAttribute("json text", "{\"looks\": \"like json\"}");
                });
    }

    private static String floats(final Tracer tracer) {
        return in(
                tracer,
                "floats",
                span -> {
                    span.setInputs(
                            new double[] {
                                1e22,
                                1e21,
                                1e16,
                                1e15,
                                1e-5,
                                1e-4,
                                100.0,
                                0.1,
                                1.0 / 3,
                                -0.0,
                                Double.MIN_VALUE,
                                1.5e-323,
                                1.7976931348623157e308,
                                2.2250738585072014e-308,
                                123456789.125,
                                1e7,
                                2e23,
                                9007199254740992.0
                            });
                    span.setAttribute("one", 1.0);
                });
    }

    private static String setAttributes(final Tracer tracer) {
        return in(
                tracer,
                "attributes",
                span -> span.setAttributes(map("messages_length", 3, "model", "small")));
    }

    private static String events(final Tracer tracer) {
        return in(
                tracer,
                "events",
                span -> {
                    span.addEvent("validation_completed", map("valid", true, "rows", 7));
                    span.addEvent(SpanEvent.at("timed", 1761106494524157000L, map("score", 0.5)));
                    span.addEvent(
                            SpanEvent.of(
                                    "lists",
                                    map("names", List.of("a", "b"), "numbers", new int[] {1, 2})));
                    span.addEvent("bare");
                });
    }

    private static String eventFromException(final Tracer tracer) {
        return in(
                tracer,
                "recovering",
                span -> span.addEvent(SpanEvent.fromException(new ValueError("first try failed"))));
    }

    private static String statuses(final Tracer tracer) {
        return in(
                tracer,
                "root",
                root -> {
                    for (final Object status :
                            List.of("OK", "ERROR", "UNSET", SpanStatus.error("why"))) {
                        final DetachedSpan span = tracer.startDetachedSpan("child");
                        if (status instanceof SpanStatus given) {
                            span.setStatus(given);
                        } else {
                            span.setStatus((String) status);
                        }
                        span.end();
                    }
                });
    }

    private static String documents(final Tracer tracer) {
        tracer.trace(
                "retrieve",
                SpanType.RETRIEVER,
                span -> {
                    span.setInputs(map("query", "what is a ring?"));
                    span.setOutputs(
                            List.of(
                                    new Document(
                                            "A ring is …",
                                            map(
                                                    "doc_uri",
                                                    "docs/a.md",
                                                    "chunk_id",
                                                    3,
                                                    "relevance_score",
                                                    0.75)),
                                    new Document("Second", map(), "d-2")));
                });
        return null;
    }

    private static String tracedFunction(final Tracer tracer) {
        return in(
                tracer,
                "outside",
                outside ->
                        tracer.trace(
                                "add",
                                SpanType.TOOL,
                                span -> {
                                    span.setAttribute("mlflow.spanFunctionName", "add");
                                    span.setInputs(map("x", 1, "y", 2));
                                    tracer.trace(
                                            "inside",
                                            inside -> {
                                                inside.setOutputs("by hand");
                                            });
                                    span.setOutputs(3);
                                }));
    }

    private static String links(final Tracer tracer) {
        final Context linked =
                tracer.extract(Collections.singletonMap("traceparent", LINKED_PARENT), Map::get);
        return in(
                tracer,
                "linked",
                span -> span.addLink(linked, map("kind", "follows")).addLink(linked));
    }
}
