package io.hotspan.reference;

import static io.hotspan.reference.SpanPrograms.in;
import static io.hotspan.reference.SpanPrograms.map;

import io.hotspan.model.SpanStatus;
import io.hotspan.model.SpanType;
import io.hotspan.tracing.DetachedSpan;
import io.hotspan.tracing.Span;
import io.hotspan.tracing.Tracer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cases of sections 2 and 3: the life of spans, and how they end. */
final class LifePrograms {
    private LifePrograms() {}

    static Map<String, Program> all() {
        final Map<String, Program> programs = new LinkedHashMap<>();
        programs.put("nesting", LifePrograms::nesting);
        programs.put("two_children_of_one_name", LifePrograms::twoChildrenOfOneName);
        programs.put("detached_spans", LifePrograms::detachedSpans);
        programs.put("a_value_is_taken_at_the_call", LifePrograms::valueTakenAtTheCall);
        programs.put("the_last_write_wins", LifePrograms::lastWriteWins);
        programs.put("null_is_a_value", LifePrograms::nullIsAValue);
        programs.put("text_beyond_ascii", LifePrograms::textBeyondAscii);
        programs.put("calls_after_the_end", LifePrograms::callsAfterTheEnd);
        programs.put("not_finite", LifePrograms::notFinite);
        programs.put("more_than_128_attributes_and_events", LifePrograms::moreThan128);
        programs.put("a_child_that_starts_after_its_root_ended", LifePrograms::lateStart);
        programs.put("a_child_that_ends_after_its_root", LifePrograms::lateEnd);
        programs.put("a_child_that_never_ends", LifePrograms::openChild);
        programs.put("a_root_that_never_ends", LifePrograms::openRoot);
        programs.put("an_exception_through_three_levels", LifePrograms::threeLevels);
        programs.put("a_child_error_caught_by_its_parent", LifePrograms::caughtByParent);
        programs.put("ok_then_an_exception", LifePrograms::okThenException);
        programs.put("error_then_a_normal_return", LifePrograms::errorThenReturn);
        programs.put("error_set_by_hand", LifePrograms::errorByHand);
        programs.put("an_exception_recorded_by_hand", LifePrograms::exceptionByHand);
        return programs;
    }

    private static String nesting(final Tracer tracer) {
        tracer.trace(
                "a",
                SpanType.CHAIN,
                a -> {
                    a.setInputs(map("q", "?"));
                    in(tracer, "b", b -> in(tracer, "c", c -> {}));
                    in(tracer, "d", d -> {});
                    a.setOutputs(map("a", "!"));
                });
        return null;
    }

    private static String twoChildrenOfOneName(final Tracer tracer) {
        return in(
                tracer,
                "root",
                root -> {
                    for (int i = 0; i < 2; i++) {
                        final int number = i;
                        in(tracer, "same", span -> span.setAttribute("i", number));
                    }
                });
    }

    private static String detachedSpans(final Tracer tracer) {
        final DetachedSpan root =
                tracer.spanBuilder("root")
                        .type(SpanType.AGENT)
                        .inputs(map("a", 1))
                        .attribute("k", "v")
                        .startDetached();
        final DetachedSpan child = tracer.spanBuilder("child").parent(root).startDetached();
        in(tracer, "of_another_trace", span -> {});
        child.setOutputs("done").end();
        root.setOutputs(map("b", 2)).end();
        return root.traceId();
    }

    private static String valueTakenAtTheCall(final Tracer tracer) {
        return in(
                tracer,
                "snapshot",
                span -> {
                    final List<Object> items = new ArrayList<>(List.of(1));
                    span.setInputs(map("items", items));
                    items.add(2);
                });
    }

    private static String lastWriteWins(final Tracer tracer) {
        tracer.trace(
                "writes",
                SpanType.TOOL,
                span -> {
                    span.setInputs("first").setInputs("second");
                    span.setOutputs(1).setOutputs(null);
                    span.setAttribute("k", 1).setAttribute("other", 1).setAttribute("k", 2);
                    span.setType(SpanType.LLM);
                });
        return null;
    }

    private static String nullIsAValue(final Tracer tracer) {
        return in(
                tracer,
                "nulls",
                span -> span.setInputs(null).setOutputs(null).setAttribute("nothing", null));
    }

    private static String textBeyondAscii(final Tracer tracer) {
        return in(
                tracer,
                "日本語 🎉 é",
                span -> {
                    span.setInputs(map("frage", "Größe? 日本 🎉"));
                    span.setOutputs("é\u2028\u2029\ufeff");
                    span.setAttribute("schlüssel", "wert");
                    span.addEvent("ereignis ü", map("ä", "ö"));
                    tracer.currentTrace().setTag("ключ", "значение");
                });
    }

    private static String callsAfterTheEnd(final Tracer tracer) {
        final Span[] over = new Span[1];
        in(
                tracer,
                "over",
                span -> {
                    span.setInputs(1);
                    over[0] = span;
                });
        over[0].setInputs(2).setAttribute("late", true).setStatus("ERROR");
        over[0].end();
        return null;
    }

    private static String notFinite(final Tracer tracer) {
        return in(
                tracer,
                "numbers",
                span -> {
                    span.setInputs(
                            List.of(
                                    Double.NaN,
                                    Double.POSITIVE_INFINITY,
                                    Double.NEGATIVE_INFINITY));
                    span.setAttribute("nan", Double.NaN);
                });
    }

    private static String moreThan128(final Tracer tracer) {
        return in(
                tracer,
                "many",
                span -> {
                    for (int i = 0; i < 150; i++) {
                        span.setAttribute("k" + i, i).addEvent("e" + i, map("i", i));
                    }
                });
    }

    private static String lateStart(final Tracer tracer) {
        final DetachedSpan root = tracer.startDetachedSpan("root");
        root.end();
        tracer.spanBuilder("late").parent(root).startDetached().end();
        return root.traceId();
    }

    private static String lateEnd(final Tracer tracer) {
        final DetachedSpan root = tracer.startDetachedSpan("root");
        final DetachedSpan child = tracer.spanBuilder("child").parent(root).startDetached();
        root.end();
        child.setOutputs("late").end();
        return root.traceId();
    }

    private static String openChild(final Tracer tracer) {
        final DetachedSpan root = tracer.startDetachedSpan("root");
        tracer.spanBuilder("child").parent(root).startDetached().setInputs(map("waiting", true));
        root.end();
        return root.traceId();
    }

    private static String openRoot(final Tracer tracer) {
        final DetachedSpan root = tracer.spanBuilder("root").inputs(map("a", 1)).startDetached();
        tracer.spanBuilder("child").parent(root).startDetached().end();
        return root.traceId();
    }

    private static void quietly(final Runnable work) {
        try {
            work.run();
        } catch (final ValueError e) {
            assert e.getMessage() != null;
        }
    }

    private static String threeLevels(final Tracer tracer) {
        quietly(
                () ->
                        in(
                                tracer,
                                "outer",
                                outer ->
                                        in(
                                                tracer,
                                                "middle",
                                                middle ->
                                                        in(
                                                                tracer,
                                                                "inner",
                                                                inner -> fail("bad value")))));
        return null;
    }

    private static String caughtByParent(final Tracer tracer) {
        return in(
                tracer,
                "parent",
                parent -> quietly(() -> in(tracer, "child", child -> fail("caught above"))));
    }

    private static String okThenException(final Tracer tracer) {
        quietly(
                () ->
                        in(
                                tracer,
                                "span",
                                span -> {
                                    span.setStatus("OK");
                                    fail("after OK");
                                }));
        return null;
    }

    private static String errorThenReturn(final Tracer tracer) {
        return in(tracer, "span", span -> span.setStatus(SpanStatus.error("set inside")));
    }

    private static String errorByHand(final Tracer tracer) {
        final DetachedSpan span = tracer.startDetachedSpan("span");
        span.setStatus(SpanStatus.error("set by hand")).end();
        return span.traceId();
    }

    private static String exceptionByHand(final Tracer tracer) {
        final DetachedSpan span = tracer.startDetachedSpan("span");
        try {
            fail("recorded");
        } catch (final ValueError e) {
            span.recordException(e);
        }
        span.end();
        return span.traceId();
    }

    private static void fail(final String message) {
        throw new ValueError(message);
    }
}
