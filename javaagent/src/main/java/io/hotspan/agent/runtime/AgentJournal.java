package io.hotspan.agent.runtime;

import io.hotspan.agent.options.AgentOptions;
import io.hotspan.journal.JournalOptions;
import io.hotspan.journal.JournalWriter;
import io.hotspan.recording.Recording;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.recovery.Recovery;
import io.hotspan.recovery.SessionFile;
import io.hotspan.ring.RingDirectory;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The recording that woven code writes to, and its journal. */
/* Not the facade Hotspan: that logs, and would start java.util.logging before the program can say how. */
final class AgentJournal {
    private static final long RINGS_WANTED = 8;

    private final Recording recording;
    private final SessionFile session;
    private final LateJournal journal;
    private final AtomicReference<Consumer<Thread>> newThread;

    private AgentJournal(
            final Recording recording,
            final SessionFile session,
            final LateJournal journal,
            final AtomicReference<Consumer<Thread>> newThread) {
        this.recording = recording;
        this.session = session;
        this.journal = journal;
        this.newThread = newThread;
    }

    /** Opens the journal; the threads that it starts find Chronicle's services. */
    static AgentJournal open(final AgentOptions options) throws IOException {
        final Thread thread = Thread.currentThread();
        final ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(AgentJournal.class.getClassLoader());
        try {
            return openNow(options);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static AgentJournal openNow(final AgentOptions options) throws IOException {
        ChronicleShutdown.takeOver();
        final RingDirectory rings = RingDirectory.create(RINGS_WANTED * options.ringBytes());
        try {
            final JournalWriter writer =
                    JournalWriter.open(
                            options.dir(),
                            JournalOptions.newBuilder()
                                    .sessionId(rings.sessionId())
                                    .maxBytes(options.maxBytes())
                                    .listener((message, cause) -> Console.say(message, cause))
                                    .build());
            Recovery.of(options.dir()).recoverAll(message -> Console.say(message, null));
            final SessionFile session = SessionFile.of(options.dir().toAbsolutePath(), rings);
            session.ensure();
            final LateJournal journal = new LateJournal(writer);
            final AtomicReference<Consumer<Thread>> newThread = new AtomicReference<>(thread -> {});
            final Recording recording =
                    Recording.start(settings(options, newThread), rings, journal);
            return new AgentJournal(recording, session, journal, newThread);
        } catch (final IOException | RuntimeException e) {
            RingDirectory.delete(rings.path());
            throw e;
        }
    }

    Recording recording() {
        return recording;
    }

    /** Tells who is called on each thread that takes part for the first time. */
    void onNewThread(final Consumer<Thread> listener) {
        newThread.set(listener);
    }

    /** Something will be traced soon. */
    void prepare() {
        journal.prepare();
    }

    /** Stores what was recorded, unless that takes too long: the rings are kept then. */
    void close(final Duration limit) {
        final Thread closer = new Thread(this::closeNow, "hotspan-close");
        closer.setDaemon(true);
        closer.start();
        try {
            if (!limit.isZero()) { // to join for no time is to wait for ever
                closer.join(limit.toMillis());
            }
            if (closer.isAlive()) {
                Console.say(
                        "stopped waiting for the journal after "
                                + limit
                                + "; the next start brings in the rest",
                        null);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeNow() {
        try {
            recording.close();
            session.delete();
        } catch (final IOException | RuntimeException e) {
            Console.say("cannot close the journal", e);
        }
    }

    private static RecordingSettings settings(
            final AgentOptions options, final AtomicReference<Consumer<Thread>> newThread) {
        return RecordingSettings.builder()
                .ringCapacityBytes(options.ringBytes())
                .overloadPolicy(options.overload())
                .samplingRatio(options.sampling())
                .enabled(options.enabled())
                .newThread(thread -> newThread.get().accept(thread))
                .build();
    }
}
