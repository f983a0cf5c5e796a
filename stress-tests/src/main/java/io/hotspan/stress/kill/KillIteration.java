package io.hotspan.stress.kill;

import io.hotspan.Hotspan;
import io.hotspan.recovery.Recovery;
import io.hotspan.stress.process.ChildJvm;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One iteration: programs are killed, what they left is recovered, and compared. */
final class KillIteration {
    private static final String MARKER = "journal.hotspan";
    private static final long POLL_NANOS = 100_000;
    private static final long START_LIMIT_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final KillPlan plan;
    private final Places places;
    private final ChildJvm children;
    private final Figures figures;
    private final List<Witness> witnesses = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    /**
     * @param places in a directory that is there and empty
     */
    KillIteration(
            final KillPlan plan,
            final Places places,
            final ChildJvm children,
            final Figures figures) {
        this.plan = plan;
        this.places = places;
        this.children = children;
        this.figures = figures;
    }

    /** Runs it. Returns what was wrong, in a line each. */
    List<String> run() throws IOException, InterruptedException {
        Files.createDirectory(places.rings());
        for (int writer = 0; writer < plan.writers(); writer++) {
            killWriter(writer);
            checkTornRecords();
        }
        for (int i = 0; i < plan.recoveryKills(); i++) {
            killRecovery(plan.writers() + i, plan.killMicros().get(1 + i));
        }
        if (Files.exists(places.journal())) {
            recover();
            new JournalCheck(plan, places, figures, violations::add).check(witnesses);
        }
        figures.addIteration(violations.size());
        return violations;
    }

    private void killWriter(final int number) throws IOException, InterruptedException {
        final Witness witness = Witness.create(places.witness(number));
        final Process process =
                children.start(
                        WriterProcess.class,
                        List.of(
                                Long.toString(plan.seed()),
                                Integer.toString(plan.iteration()),
                                Integer.toString(number),
                                places.directory().toString()));
        try {
            await(
                    switch (plan.scenario()) {
                        case STARTING -> Witness.BEGUN;
                        case CLOSING -> Witness.AT_IT;
                        default -> Witness.OPEN;
                    },
                    witness,
                    process,
                    plan.killMicros().get(number));
        } finally {
            kill(process);
        }
        figures.addWriterKill();
        witnesses.add(witness);
    }

    private void killRecovery(final int number, final int micros)
            throws IOException, InterruptedException {
        final Witness witness = Witness.create(places.witness(number));
        final Process process =
                children.start(
                        RecoveryProcess.class,
                        List.of(places.directory().toString(), Integer.toString(number)));
        try {
            await(Witness.AT_IT, witness, process, micros);
        } finally {
            kill(process);
        }
        if (witness.phase() < Witness.DONE) {
            figures.addRecoveryKill();
        }
    }

    /** Waits until a process has got somewhere, and then for a while. */
    private void await(
            final long phase, final Witness witness, final Process process, final int micros)
            throws IOException {
        final long beginNanos = System.nanoTime();
        while (witness.phase() < phase
                && process.isAlive()
                && System.nanoTime() - beginNanos < START_LIMIT_NANOS) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        final long reachedNanos = System.nanoTime();
        long leftNanos = TimeUnit.MICROSECONDS.toNanos(micros);
        while (leftNanos > 0 && process.isAlive()) {
            LockSupport.parkNanos(Math.min(leftNanos, TimeUnit.MILLISECONDS.toNanos(1)));
            leftNanos = TimeUnit.MICROSECONDS.toNanos(micros) - (System.nanoTime() - reachedNanos);
        }
        final boolean ended = !process.isAlive() && witness.phase() < Witness.DONE;
        if (ended || witness.phase() < phase) {
            violations.add(
                    "a process "
                            + (ended ? "ended" : "did not start")
                            + ", phase "
                            + witness.phase()
                            + ": "
                            + Files.readString(children.output()));
        }
    }

    private static void kill(final Process process) throws InterruptedException {
        process.destroyForcibly().waitFor(); // SIGKILL
    }

    private void checkTornRecords() throws IOException {
        final int torn = TornRecords.count(places.rings());
        figures.addTornRecords(torn);
        if (torn > plan.threads()) {
            violations.add(torn + " torn records of " + plan.threads() + " threads");
        }
    }

    /**
     * By hand, or by opening the journal, which must work too where the kill came before it was
     * one; and a second time, when there must be nothing left.
     */
    private void recover() throws IOException {
        if (plan.iteration() % 2 == 0 && Files.exists(places.journal().resolve(MARKER))) {
            figures.addRecoveredBytes(Recovery.of(places.journal()).recoverAll(this::warned));
        } else {
            Hotspan.open(places.journal()).close();
        }
        final long again = Recovery.of(places.journal()).recoverAll(this::warned);
        if (again != 0) {
            violations.add(again + " bytes were recovered a second time");
        }
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(places.journal(), "session-*")) {
            files.forEach(file -> violations.add("left behind: " + file));
        }
    }

    private void warned(final String warning) {
        violations.add("recovery warned: " + warning);
    }
}
