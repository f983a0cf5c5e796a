package io.hotspan.recording;

import io.hotspan.drain.BlockSink;
import io.hotspan.drain.Drainer;
import io.hotspan.drain.DrainerThread;
import io.hotspan.drain.FlushRequests;
import io.hotspan.model.TraceId;
import io.hotspan.ring.OutsizeValues;
import io.hotspan.ring.Ring;
import io.hotspan.ring.RingDirectory;
import io.hotspan.ring.RingPool;
import io.hotspan.ring.SymbolFile;
import io.hotspan.symbol.SymbolTable;
import io.hotspan.time.AnchorKeeper;
import io.hotspan.time.NanoClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.agrona.concurrent.BackoffIdleStrategy;

/**
 * One session of recording, from start to close: its rings, symbols and drainer, and the recorders
 * of the threads that take part. Safe for any thread.
 */
/* What close() promises: what was committed before the call is stored. A record committed beside it is
 * stored whole or not at all, and the counters that are stored count the spans that are. Roots opened
 * later are not recorded. Rings stay mapped while a thread can reach them. */
public final class Recording implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);
    private static final long MIN_PARK_NANOS = 1_000;
    private static final int MIN_PARKS_PER_LAP = 8;
    private static final long MAX_PARK_NANOS = 500_000;
    private static final long MAX_SPINS = 0;
    private static final long MAX_YIELDS = 0;

    private final RecordingSettings settings;
    private final NanoClock clock;
    private final RingDirectory directory;
    private final SymbolFile symbolFile;
    private final SymbolTable symbols;
    private final OutsizeValues outsizeValues;
    private final RingPool rings;
    private final FlushRequests flushes = new FlushRequests();
    private final DrainerThread drainer;
    private final Waiting waiting;
    private final Recorders recorders;
    private final RecorderFinder finder;
    private final LongAdder ignoredCalls = new LongAdder();
    private final LongAdder outOfOrderEnds = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final SecureRandom random = new SecureRandom();
    private final Object closing = new Object();
    private final RootSwitch rootSwitch;
    private volatile boolean closed;
    private volatile Throwable lastFailure;

    /**
     * Starts recording into a sink.
     *
     * @param directory new and empty; deleted when the recording is closed
     * @throws IOException if the first ring cannot be made; the directory is deleted then
     */
    public static Recording start(
            final RecordingSettings settings, final RingDirectory directory, final BlockSink sink)
            throws IOException {
        try {
            return new Recording(settings, directory, sink);
        } catch (final IOException | RuntimeException e) {
            RingDirectory.delete(directory.path());
            throw e;
        }
    }

    private Recording(
            final RecordingSettings settings, final RingDirectory directory, final BlockSink sink)
            throws IOException {
        this.settings = settings;
        this.directory = directory;
        recorders = new Recorders(this::newRecorder, settings.newThread());
        finder = new RecorderFinder(this) {};
        clock = settings.clock();
        rootSwitch = new RootSwitch(settings.samplingRatio());
        setEnabled(settings.enabled());
        symbolFile = SymbolFile.create(directory.path());
        try {
            symbols = new SymbolTable(symbolFile, settings.masking() == null);
            outsizeValues = new OutsizeValues(directory.path());
            rings =
                    new RingPool(
                            directory,
                            settings.ringCapacityBytes(),
                            settings.maxRings(),
                            new AnchorKeeper(clock, settings.epochClock())::anchor);
        } catch (final IOException | RuntimeException e) {
            symbolFile.close();
            throw e;
        }
        drainer =
                DrainerThread.start(
                        new Drainer(
                                rings,
                                symbols,
                                outsizeValues,
                                sink,
                                clock,
                                new AnchorKeeper(clock, settings.epochClock()),
                                settings.drainDelay().toNanos(),
                                flushes,
                                DrainErrors::log),
                        new BackoffIdleStrategy(
                                MAX_SPINS,
                                MAX_YIELDS,
                                shortestParkNanos(settings.ringCapacityBytes()),
                                MAX_PARK_NANOS));
        waiting = new Waiting(settings, drainer, () -> closed);
    }

    /**
     * A pause in which no thread fills more than a part of its ring, since none writes much more
     * than a byte in a nanosecond. Each pause that is saved spares both sides a fight for the lines
     * they share.
     */
    private static long shortestParkNanos(final int ringCapacityBytes) {
        return Math.max(
                MIN_PARK_NANOS, Math.min(MAX_PARK_NANOS, ringCapacityBytes / MIN_PARKS_PER_LAP));
    }

    /** The calling thread's recorder. */
    public Recorder recorder() {
        return finder.recorder();
    }

    Recorders recorders() {
        return recorders;
    }

    /** Whether the calling thread has taken part: asking does not make it. */
    public boolean hasRecorder() {
        return recorders.currentOrNull() != null;
    }

    /** The names of this recording and their numbers. Safe for any thread. */
    public SymbolTable symbols() {
        return symbols;
    }

    /** What it was started with. */
    public RecordingSettings settings() {
        return settings;
    }

    /** The clock of its ticks. */
    public NanoClock clock() {
        return clock;
    }

    /** The ring that any thread may write to, for spans that are no thread's. */
    public Ring sharedRing() {
        return rings.sharedRing();
    }

    /** Whether traces that begin now may be recorded. */
    public boolean isEnabled() {
        return rootSwitch.isEnabled();
    }

    /** Switches recording on or off for traces that begin from now on. */
    public void setEnabled(final boolean on) {
        rootSwitch.setEnabled(on && !closed);
    }

    /** Spans for which there was no room, until now. */
    public long lostSpans() {
        return rings.readers().stream().mapToLong(ring -> ring.counters().lostSpans()).sum();
    }

    /** Attributes, events and the like of recorded spans for which there was no room, until now. */
    public long lostRecords() {
        return rings.readers().stream().mapToLong(ring -> ring.counters().lostRecords()).sum();
    }

    /** Time that threads waited for room, until now, in total. */
    public Duration waited() {
        return Duration.ofNanos(
                rings.readers().stream().mapToLong(ring -> ring.counters().waitedNanos()).sum());
    }

    /** Calls on spans that had ended, or with handles that named none. */
    public long ignoredCalls() {
        return ignoredCalls.sum();
    }

    /** Spans that ended before a span that was opened in them. */
    public long outOfOrderEnds() {
        return outOfOrderEnds.sum();
    }

    /** Calls whose recording failed; the program did not notice. */
    public long failures() {
        return failures.sum();
    }

    /** The last of those failures; null if there was none. */
    public Throwable lastFailure() {
        return lastFailure;
    }

    /**
     * Sets a fact about a trace.
     *
     * @param kind as in {@link io.hotspan.record.TraceFactDescriptor}
     */
    public void traceFact(
            final long traceHigh,
            final long traceLow,
            final int kind,
            final String key,
            final Object fact) {
        final Recorder recorder = recorder();
        recorder.writer().traceFact(recorder.ring(), traceHigh, traceLow, kind, key, fact);
    }

    /** Id of the trace whose root ended last on any thread; null if none did. */
    public TraceId lastTraceId() {
        return recorders.lastTraceId();
    }

    /** Id of the trace whose root ended last on the calling thread; null if none did. */
    public TraceId lastTraceIdOfThread() {
        final Recorder mine = recorders.currentOrNull();
        return mine == null ? null : mine.lastTraceId();
    }

    /**
     * Waits until everything that was committed before the call is stored.
     *
     * @return false if the time ran out first
     * @throws UncheckedIOException if the sink refused
     */
    public boolean flush(final Duration timeout) throws InterruptedException {
        final CompletableFuture<Void> done = flushes.request();
        drainer.wake();
        try {
            done.get(Waiting.nanos(timeout), TimeUnit.NANOSECONDS);
            return true;
        } catch (final TimeoutException e) {
            return false;
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException) {
                throw (UncheckedIOException) e.getCause();
            }
            throw new IllegalStateException("flush failed: " + e.getCause(), e.getCause());
        }
    }

    /** As {@link #close(Duration)}, with half a minute. */
    @Override
    public void close() throws IOException {
        close(CLOSE_LIMIT);
    }

    /**
     * Stores what is committed, closes the sink, and deletes the rings. Idempotent; an interrupt
     * does not hasten it.
     *
     * @param limit how long to wait for a sink that is stuck: what it has not stored then may be
     *     stored later, or be recovered
     * @throws IOException if not all could be stored: the rings are kept then, for recovery; or if
     *     files are left behind
     */
    public void close(final Duration limit) throws IOException {
        synchronized (closing) { // not this: the program may hold it
            if (closed) {
                return;
            }
            closed = true;
            setEnabled(false);
            final Throwable failure = drainer.stop(Waiting.nanos(limit));
            symbolFile.close();
            if (failure != null) {
                throw new IOException(
                        "cannot store all that was recorded: "
                                + failure.getMessage()
                                + "; the rest is kept in "
                                + directory.path(),
                        failure);
            }
            RingDirectory.delete(directory.path());
        }
    }

    /** Whether the drainer is at work: until it has closed the sink. */
    public boolean isDraining() {
        return drainer.isAlive();
    }

    RootSwitch rootSwitch() {
        return rootSwitch;
    }

    long newSeed() {
        return random.nextLong();
    }

    /** Keeps a record that is too long for a ring; waits for room if the policy is to wait. */
    long keepOutsize(final Ring ring, final ByteBuffer head, final ByteBuffer body) {
        final long valueId = outsizeValues.keep(head, body);
        return valueId != OutsizeValues.NO_ROOM
                ? valueId
                : waiting.await(ring, () -> outsizeValues.keep(head, body));
    }

    void countIgnoredCall() {
        ignoredCalls.increment();
    }

    void countFailure(final Throwable failure) {
        failures.increment();
        lastFailure = failure;
    }

    void countOutOfOrderEnd() {
        outOfOrderEnds.increment();
    }

    void rootEndedOnSharedRing(final SpanEnder recorder) {
        recorders.lastOnSharedRing(recorder);
    }

    /**
     * Claims again and again until there is room or the time limit is over, if the policy is to
     * wait.
     */
    long awaitRoom(final Ring ring, final int lengthBytes, final boolean start) {
        return waiting.isWorthIt() // asked first: what follows allocates
                ? waiting.await(
                        ring, () -> start ? ring.claimStart(lengthBytes) : ring.claim(lengthBytes))
                : 0;
    }

    private Recorder newRecorder(final Thread thread) {
        final Ring ring = Threads.isVirtual(thread) ? rings.sharedRing() : rings.acquire(thread);
        final Recorder recorder = new Recorder(thread, this, ring);
        if (ring != rings.sharedRing()) {
            recorder.writer().thread(ring, thread);
        }
        return recorder;
    }
}
