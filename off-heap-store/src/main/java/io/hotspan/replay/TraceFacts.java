package io.hotspan.replay;

import io.hotspan.trace.TraceState;
import io.hotspan.trace.TraceUpdates;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a program said of a trace as a whole: the last fact of a kind and key counts. */
final class TraceFacts {
    private record Subject(int kind, String key) {}

    private final Map<Subject, TraceFact> facts = new LinkedHashMap<>();
    private TraceState state;

    void add(final TraceFact fact) {
        facts.put(new Subject(fact.kind(), fact.key()), fact);
        if (fact.state() != null) {
            state = fact.state();
        }
    }

    /** The state that was given; null if the root's status decides. */
    TraceState state() {
        return state;
    }

    TraceUpdates updates() {
        final TraceUpdates.Builder updates = TraceUpdates.builder();
        facts.values().forEach(fact -> fact.applyTo(updates));
        return state == null ? updates.build() : updates.state(state).build();
    }
}
