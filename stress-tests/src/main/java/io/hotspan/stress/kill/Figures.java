package io.hotspan.stress.kill;

import java.util.Locale;
import java.util.Properties;

/** What was done and found so far. */
final class Figures {
    private long iterations;
    private long writerKills;
    private long recoveryKills;
    private long spans;
    private long openSpans;
    private long tornRecords;
    private long recoveredBytes;
    private long violations;

    static Figures read(final Properties state) {
        final Figures figures = new Figures();
        figures.iterations = number(state, "iterations");
        figures.writerKills = number(state, "writerKills");
        figures.recoveryKills = number(state, "recoveryKills");
        figures.spans = number(state, "spans");
        figures.openSpans = number(state, "openSpans");
        figures.tornRecords = number(state, "tornRecords");
        figures.recoveredBytes = number(state, "recoveredBytes");
        figures.violations = number(state, "violations");
        return figures;
    }

    void write(final Properties state) {
        state.setProperty("iterations", Long.toString(iterations));
        state.setProperty("writerKills", Long.toString(writerKills));
        state.setProperty("recoveryKills", Long.toString(recoveryKills));
        state.setProperty("spans", Long.toString(spans));
        state.setProperty("openSpans", Long.toString(openSpans));
        state.setProperty("tornRecords", Long.toString(tornRecords));
        state.setProperty("recoveredBytes", Long.toString(recoveredBytes));
        state.setProperty("violations", Long.toString(violations));
    }

    long violations() {
        return violations;
    }

    void addIteration(final int newViolations) {
        iterations++;
        violations += newViolations;
    }

    void addWriterKill() {
        writerKills++;
    }

    void addRecoveryKill() {
        recoveryKills++;
    }

    void addSpans(final long replayed, final long open) {
        spans += replayed;
        openSpans += open;
    }

    void addTornRecords(final int count) {
        tornRecords += count;
    }

    void addRecoveredBytes(final long bytes) {
        recoveredBytes += bytes;
    }

    /** One line. */
    String line(final long seed) {
        return String.format(
                Locale.ROOT,
                "kill: %,d iterations, %,d writers and %,d recoveries killed; %,d spans replayed"
                        + " (%,d of them open), %,d bytes recovered from rings, %,d torn records"
                        + " recognised; %,d violations; seed %d, JDK %s",
                iterations,
                writerKills,
                recoveryKills,
                spans,
                openSpans,
                recoveredBytes,
                tornRecords,
                violations,
                seed,
                Runtime.version());
    }

    private static long number(final Properties state, final String key) {
        return Long.parseLong(state.getProperty(key, "0"));
    }
}
