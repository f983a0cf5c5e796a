package io.hotspan.journal;

import io.hotspan.block.BlockDescriptor;
import io.hotspan.block.BlockEncoder;
import io.hotspan.drain.BlockSink;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import io.hotspan.ring.RingCounters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.agrona.DirectBuffer;

/**
 * Writes a journal, segment after segment. What a method has stored when it returns is readable by
 * every process, and stays so when this one is killed.
 *
 * <p>When a method throws {@link UncheckedIOException} it has stored nothing that counts, and its
 * segment is given up; the next call tries a new one. Should a reader have seen something of the
 * failed call, it recognises the retry: that has the same block sequence, and records carry their
 * ring positions, so that no byte of a ring is read twice.
 *
 * <p>Used by one thread at a time. The first call makes the first segment.
 */
public final class JournalWriter implements BlockSink {
    /** Rings of a session are numbered below this. */
    public static final int MAX_RINGS = 1 << 15;

    private static final long NOTHING_STORED = -1;
    private static final int MAX_SYMBOL_CHARS = BlockDescriptor.MAX_CONTENT_BYTES / 4;

    private final JournalOptions options;
    private final BlockEncoder encoder;
    private final SegmentChain segments;
    private final List<String> symbols = new ArrayList<>();
    private final Map<RingIdentity, RingCounters> counters = new LinkedHashMap<>();
    private long[] endPositions = {};
    private Thread listeningThread;
    private boolean isClosed;

    private JournalWriter(final Path directory, final JournalOptions options) {
        this.options = options;
        // who starts waits for the recovery of what was left
        encoder =
                new BlockEncoder(
                        options.sessionId(),
                        ThreadLocalRandom.current().nextLong(),
                        !options.recovers());
        segments = new SegmentChain(directory, options, encoder, this::storePreface);
    }

    /**
     * Opens a directory for writing, and makes it a journal if it is missing or empty. Others may
     * write to the same journal: each has segments of its own. A session that a process left behind
     * can be continued.
     *
     * @throws MissingJvmFlagsException if the JVM lacks options that are needed
     * @throws JournalException if the directory cannot be a journal, or is one of a newer version
     */
    public static JournalWriter open(final Path directory, final JournalOptions options) {
        JvmFlags.check();
        ChronicleLibrary.configure();
        final Path absolute = directory.toAbsolutePath();
        JournalDirectory.prepareForWriting(absolute);
        final JournalWriter writer = new JournalWriter(absolute, options);
        JournalReader.open(absolute)
                .ringEndPositions(options.sessionId())
                .forEach(writer::setEndPosition);
        return writer;
    }

    /** Makes the first segment. Takes half a second in a new JVM, to load Chronicle's classes. */
    @Override
    public void open() {
        checkSession(options.sessionId());
        try {
            prepare();
        } catch (final Throwable e) {
            throw segments.giveUp(e);
        }
    }

    /**
     * Stores a run of whole records: at most {@link BlockDescriptor#MAX_CONTENT_BYTES}. Fastest if
     * the buffer wraps a ByteBuffer.
     */
    @Override
    public void append(
            final RingIdentity ring,
            final ClockAnchor anchor,
            final long startPosition,
            final DirectBuffer records,
            final int index,
            final int lengthBytes) {
        checkLength(lengthBytes);
        checkRing(ring);
        try {
            prepare();
            segments.begin(anchor);
            segments.store(encoder.records(ring, startPosition, records, index, lengthBytes));
        } catch (final Throwable e) {
            throw segments.giveUp(e);
        }
        setEndPosition(ring.ringNumber(), startPosition + lengthBytes);
    }

    @Override
    public void symbols(final int firstId, final List<String> texts) {
        checkSymbols(firstId, texts);
        try {
            prepare();
            storeSymbols(firstId, texts);
        } catch (final Throwable e) {
            throw segments.giveUp(e);
        }
        // a retry may bring texts that are known
        final int knownCount = Math.min(texts.size(), symbols.size() + 1 - firstId);
        symbols.addAll(texts.subList(knownCount, texts.size()));
    }

    @Override
    public void value(
            final long sessionId,
            final long valueId,
            final long totalBytes,
            final long offset,
            final DirectBuffer part,
            final int index,
            final int lengthBytes) {
        checkLength(lengthBytes);
        checkSession(sessionId);
        try {
            prepare();
            segments.begin();
            segments.store(encoder.value(valueId, totalBytes, offset, part, index, lengthBytes));
        } catch (final Throwable e) {
            throw segments.giveUp(e);
        }
    }

    @Override
    public void counters(final RingIdentity ring, final RingCounters newCounters) {
        checkRing(ring);
        try {
            prepare();
            segments.begin();
            segments.store(encoder.counters(ring, newCounters));
        } catch (final Throwable e) {
            throw segments.giveUp(e);
        }
        counters.put(ring, newCounters);
    }

    /** Seals the segment. Never throws: what was stored is safe without a footer too. */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            segments.seal();
        } catch (final Throwable e) {
            segments.giveUp(e); // which has told the listener
        }
    }

    private void prepare() throws IOException {
        final Thread thread = Thread.currentThread();
        if (thread != listeningThread) {
            listeningThread = thread;
            ChronicleLibrary.listenOnThisThread(segments.listener());
        }
        segments.prepare();
    }

    /** What a segment begins with, so that it says all when those before it are deleted. */
    private void storePreface() throws IOException {
        segments.begin();
        segments.store(encoder.segmentHeader(SegmentHeader.lines(options.recovers())));
        segments.begin();
        segments.store(encoder.positions(endPositions));
        storeSymbols(1, symbols);
        for (final Map.Entry<RingIdentity, RingCounters> ring : counters.entrySet()) {
            segments.begin();
            segments.store(encoder.counters(ring.getKey(), ring.getValue()));
        }
    }

    /** Stores symbols in as many blocks as they need. */
    private void storeSymbols(final int firstId, final List<String> texts) throws IOException {
        int done = 0;
        while (done < texts.size()) {
            segments.begin();
            segments.store(encoder.symbols(firstId + done, texts, done));
            done += encoder.symbolCount();
        }
    }

    private void setEndPosition(final int ringNumber, final long endPosition) {
        final int oldLength = endPositions.length;
        if (ringNumber >= oldLength) {
            endPositions = Arrays.copyOf(endPositions, Math.max(ringNumber + 1, 2 * oldLength));
            Arrays.fill(endPositions, oldLength, endPositions.length, NOTHING_STORED);
        }
        endPositions[ringNumber] = endPosition;
    }

    private void checkSession(final long sessionId) {
        if (isClosed) {
            throw new IllegalStateException("the journal's writer is closed");
        }
        if (sessionId != options.sessionId()) {
            throw new IllegalArgumentException(
                    "of another session: "
                            + Long.toHexString(sessionId)
                            + ", the writer's is "
                            + Long.toHexString(options.sessionId()));
        }
    }

    private void checkRing(final RingIdentity ring) {
        checkSession(ring.sessionId());
        if (ring.ringNumber() < 0 || ring.ringNumber() >= MAX_RINGS) {
            throw new IllegalArgumentException(
                    "ring number out of range: " + ring.ringNumber() + ", max=" + (MAX_RINGS - 1));
        }
    }

    private void checkSymbols(final int firstId, final List<String> texts) {
        checkSession(options.sessionId());
        if (firstId < 1 || firstId > symbols.size() + 1) {
            throw new IllegalArgumentException(
                    "symbol ids have a gap: firstId=" + firstId + ", max=" + (symbols.size() + 1));
        }
        for (final String text : texts) {
            if (text.length() > MAX_SYMBOL_CHARS) {
                throw new IllegalArgumentException(
                        "symbol too long: " + text.length() + ", max=" + MAX_SYMBOL_CHARS);
            }
        }
    }

    private static void checkLength(final int lengthBytes) {
        if (lengthBytes < 0 || lengthBytes > BlockDescriptor.MAX_CONTENT_BYTES) {
            throw new IllegalArgumentException(
                    "block length out of range: lengthBytes="
                            + lengthBytes
                            + ", max="
                            + BlockDescriptor.MAX_CONTENT_BYTES);
        }
    }
}
