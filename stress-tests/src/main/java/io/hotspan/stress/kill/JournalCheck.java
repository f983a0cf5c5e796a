package io.hotspan.stress.kill;

import io.hotspan.replay.Replay;
import io.hotspan.replay.VerifyReport;
import io.hotspan.stress.kill.Witness.Count;
import io.hotspan.trace.SpanData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Compares a recovered journal with what the witnesses of its writers tell. */
final class JournalCheck {
    private final KillPlan plan;
    private final Payload payload;
    private final Replay replay;
    private final Figures figures;
    private final Consumer<String> violations;
    private final Map<String, List<SpanData>> spansByName = new HashMap<>();

    JournalCheck(
            final KillPlan plan,
            final Places places,
            final Figures figures,
            final Consumer<String> violations) {
        this.plan = plan;
        this.figures = figures;
        this.violations = violations;
        payload = new Payload(plan.seed(), plan.maxPayloadChars());
        replay =
                new Replay(
                        places.journal(),
                        damage -> violations.accept("replay met damage: " + damage));
    }

    void check(final List<Witness> witnesses) {
        verify();
        replay.forEachTrace(
                trace ->
                        trace.spans()
                                .forEach(
                                        span ->
                                                spansByName
                                                        .computeIfAbsent(
                                                                span.name(),
                                                                name -> new ArrayList<>())
                                                        .add(span)));
        for (int writer = 0; writer < witnesses.size(); writer++) {
            for (int thread = 0; thread < plan.threads(); thread++) {
                check(witnesses.get(writer), thread, NumberedSpans.name(writer, thread));
            }
        }
        if (!spansByName.isEmpty()) {
            violations.accept("spans that nobody recorded: " + spansByName.keySet());
        }
    }

    private void verify() {
        final VerifyReport report = replay.verify();
        if (!report.isWhole()) {
            violations.accept(
                    "verify: " + report.findingCount() + " findings, first " + report.findings());
        }
        final boolean closed = plan.scenario() == Scenario.CLOSING;
        if (!closed && report.lostSpans() + report.lostRecords() > 0) {
            violations.accept(
                    "counted as lost: spans="
                            + report.lostSpans()
                            + ", records="
                            + report.lostRecords());
        }
    }

    private void check(final Witness witness, final int thread, final String name) {
        final boolean atClose =
                plan.scenario() == Scenario.CLOSING && witness.phase() >= Witness.AT_IT;
        final long ended = witness.told(thread, atClose ? Count.ENDED_BEFORE_CLOSE : Count.ENDED);
        final long detachedEnded =
                witness.told(thread, atClose ? Count.DETACHED_BEFORE_CLOSE : Count.DETACHED_ENDED);
        final long outerBegun = atClose ? 0 : witness.told(thread, Count.OUTER_BEGUN);
        check("span-" + name, thread, payload, ended, atClose);
        check("detached-" + name, thread, null, detachedEnded, atClose);
        check("outer-" + name, thread, null, outerBegun, atClose);
    }

    private void check(
            final String name,
            final int thread,
            final Payload expectedPayload,
            final long told,
            final boolean atClose) {
        final ThreadCheck check =
                new ThreadCheck(
                        name, thread, expectedPayload, atClose ? told : Long.MAX_VALUE, violations);
        final List<SpanData> spans = spansByName.remove(name);
        if (spans != null) {
            check.accept(spans);
        }
        check.checkUpTo(told);
        if (check.open() > 1) {
            violations.accept(name + ": " + check.open() + " spans are open");
        }
        figures.addSpans(check.last(), check.open());
    }
}
