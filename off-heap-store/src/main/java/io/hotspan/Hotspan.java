package io.hotspan;

import io.hotspan.journal.JournalWriter;
import io.hotspan.model.TraceId;
import io.hotspan.recording.Recording;
import io.hotspan.recovery.Recovery;
import io.hotspan.recovery.SessionFile;
import io.hotspan.replay.Replay;
import io.hotspan.ring.RingDirectory;
import io.hotspan.tracing.Tracer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Hotspan in a program: spans go in through {@link #tracer()}, traces come out through {@link
 * #traces()}.
 *
 * <p>What a thread has recorded survives the death of the process: the next {@code open} of the
 * same directory, or {@code hotspan recover}, brings it into the journal. Several processes may
 * open the same directory; each writes segments of its own.
 *
 * {@snippet class=io.hotspan.docs.ReadmeSnippet region=first-screen}
 *
 * <p>Safe for any thread.
 */
public final class Hotspan implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger("io.hotspan");
    private static final Duration FLUSH_LIMIT = Duration.ofSeconds(30);

    private final Path directory;
    private final SessionFile session;
    private final Recording recording;
    private final Tracer tracer;
    private final Traces traces;
    private final Thread shutdownHook;

    private Hotspan(
            final Path directory,
            final SessionFile session,
            final Recording recording,
            final boolean closeAtShutdown) {
        this.directory = directory;
        this.session = session;
        this.recording = recording;
        tracer = new Tracer(recording);
        traces = new Traces(new Replay(directory));
        shutdownHook = closeAtShutdown ? new Thread(this::stop, "hotspan-shutdown") : null;
        if (shutdownHook != null) {
            Runtime.getRuntime().addShutdownHook(shutdownHook);
        }
    }

    /**
     * Opens a journal for recording, with the default options.
     *
     * @param directory made if it is missing; a journal, or empty
     * @throws io.hotspan.journal.JournalException if it cannot be a journal; the message says why
     * @throws io.hotspan.journal.MissingJvmFlagsException if the JVM was started without the
     *     options that Chronicle Queue needs; the message lists them
     */
    public static Hotspan open(final Path directory) {
        return open(directory, HotspanOptions.defaults());
    }

    /** As {@link #open(Path)}, with options. */
    public static Hotspan open(final Path directory, final HotspanOptions options) {
        try {
            final RingDirectory rings = ringDirectory(options);
            SessionFile session = null;
            try {
                rings.noteJournal(directory);
                session = SessionFile.of(directory.toAbsolutePath(), rings);
                final JournalWriter journal =
                        JournalWriter.open(
                                directory,
                                options.journal()
                                        .sessionId(rings.sessionId())
                                        .preparation(session::ensure)
                                        .listener(Hotspan::warn)
                                        .build());
                Recovery.of(directory, options::journal).recoverAll(Hotspan::warn);
                ensure(session);
                final Recording recording = Recording.start(options.recording(), rings, journal);
                return new Hotspan(directory, session, recording, options.closeAtShutdown());
            } catch (final IOException | RuntimeException e) {
                forget(rings, session, e);
                throw e;
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot start recording into " + directory, e);
        }
    }

    private static void forget(
            final RingDirectory rings, final SessionFile session, final Exception cause) {
        try {
            if (session != null) {
                session.delete();
            }
        } catch (final IOException e) {
            cause.addSuppressed(e);
        }
        try {
            RingDirectory.delete(rings.path());
        } catch (final IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** If there is no room now, it is made with the first segment. */
    private static void ensure(final SessionFile session) {
        try {
            session.ensure();
        } catch (final IOException e) {
            LOGGER.log(Level.DEBUG, "the journal's writer will tell if this stays so", e);
        }
    }

    /** What opens spans. */
    public Tracer tracer() {
        return tracer;
    }

    /** What was recorded, as far as it was flushed. */
    public Traces traces() {
        return traces;
    }

    /** The directory of the journal. */
    public Path directory() {
        return directory;
    }

    /** Switches recording on or off for traces that begin from now on. */
    public void setEnabled(final boolean on) {
        recording.setEnabled(on);
    }

    /**
     * Id of the trace whose root ended last on any thread, {@code tr-…}.
     *
     * <p>Source: {@code mlflow.get_last_active_trace_id()}.
     */
    public Optional<String> lastTraceId() {
        return Optional.ofNullable(recording.lastTraceId()).map(TraceId::toString);
    }

    /**
     * Id of the trace whose root ended last on the calling thread, {@code tr-…}.
     *
     * <p>Source: {@code mlflow.get_last_active_trace_id(thread_local=True)}.
     */
    public Optional<String> lastTraceIdOfThread() {
        return Optional.ofNullable(recording.lastTraceIdOfThread()).map(TraceId::toString);
    }

    /**
     * Returns when everything that was committed before the call can be read from the journal.
     *
     * @throws UncheckedIOException if the journal cannot be written now, or not within half a
     *     minute; nothing is lost by that
     */
    public void flush() {
        try {
            if (!recording.flush(FLUSH_LIMIT)) {
                throw new UncheckedIOException(
                        new IOException("journal not written after " + FLUSH_LIMIT));
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while flushing", e));
        }
    }

    /** What Hotspan counted about itself. */
    public Recording recording() {
        return recording;
    }

    /**
     * Stores what was committed before the call, seals the journal's segment and stops. Spans that
     * are open stay unfinished. Later calls on spans and tracer do nothing. Idempotent.
     *
     * <p>Throws nothing: if the journal cannot be written, or not within half a minute, that is
     * logged, and what is not stored is left to the next start of the journal, or to {@code hotspan
     * recover}.
     */
    @Override
    public void close() {
        if (shutdownHook != null && Thread.currentThread() != shutdownHook) {
            try {
                Runtime.getRuntime().removeShutdownHook(shutdownHook);
            } catch (final IllegalStateException e) {
                LOGGER.log(Level.DEBUG, "closed while the JVM shuts down", e);
            }
        }
        stop();
    }

    private void stop() {
        try {
            recording.close();
            session.delete();
        } catch (final IOException e) {
            warn("the journal " + directory + " is not closed in order: " + e.getMessage(), e);
            leaveRings();
        }
    }

    /** Unless the drainer is stuck, and may go on. */
    private void leaveRings() {
        try {
            if (!recording.isDraining()) {
                session.leave();
            }
        } catch (final IOException e) {
            warn("rings stay locked while this process lives: " + e.getMessage(), e);
        }
    }

    private static RingDirectory ringDirectory(final HotspanOptions options) throws IOException {
        final long wantedBytes = 8L * options.recording().ringCapacityBytes();
        return options.ringDirectory() == null
                ? RingDirectory.create(wantedBytes)
                : RingDirectory.create(options.ringDirectory());
    }

    private static void warn(final String message) {
        LOGGER.log(Level.WARNING, message);
    }

    private static void warn(final String message, final Throwable cause) {
        LOGGER.log(Level.WARNING, message);
        if (cause != null) {
            LOGGER.log(Level.DEBUG, "Where that came from", cause);
        }
    }
}
