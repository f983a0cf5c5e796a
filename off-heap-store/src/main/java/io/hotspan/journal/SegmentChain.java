package io.hotspan.journal;

import io.hotspan.block.BlockEncoder;
import io.hotspan.record.ClockAnchor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The segments of one writer, of which the last is written: opened when there is something to
 * write, sealed when it is full or old, abandoned when anything goes wrong.
 */
final class SegmentChain {
    /** Writes what each segment begins with, by {@link #begin()} and {@link #store}. */
    interface Preface {
        void write() throws IOException;
    }

    private static final String RETRY =
            "; it is tried again and again, spans wait in memory, and those that do not fit are"
                    + " counted as lost (docs/troubleshooting.md#a-journal-that-cannot-be-written)";
    private static final long PRESENCE_CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Path directory;
    private final JournalOptions options;
    private final BlockEncoder encoder;
    private final Preface preface;
    private final SegmentNames names;
    private final Retention retention;
    private final Troubles troubles;
    private long sequence = 1;
    private ClockAnchor anchor = new ClockAnchor(0, 0);

    private SegmentWriter segment;
    private long firstSequence;
    private long contentSequence;
    private long openedNanos;
    private long presenceCheckedNanos;

    SegmentChain(
            final Path directory,
            final JournalOptions options,
            final BlockEncoder encoder,
            final Preface preface) {
        this.directory = directory;
        this.options = options;
        this.encoder = encoder;
        this.preface = preface;
        names = new SegmentNames(directory, options.sessionId());
        troubles = new Troubles(options.listener());
        retention = new Retention(directory, options, troubles);
    }

    /** Makes sure that there is a segment with room. */
    void prepare() throws IOException {
        final long nowNanos = System.nanoTime();
        if (segment != null) {
            checkPresence(nowNanos);
            if (segment.sizeBytes() >= options.segmentBytes()
                    || nowNanos - openedNanos > options.segmentAge().toNanos()) {
                seal();
            }
        }
        if (segment == null) {
            open(nowNanos);
        }
    }

    /** Starts the next block in the encoder, with the same anchor as the last one. */
    void begin() {
        encoder.begin(sequence, anchor);
    }

    /** Starts the next block in the encoder, and gives it and those that follow an anchor. */
    void begin(final ClockAnchor newAnchor) {
        anchor = newAnchor;
        begin();
    }

    /** Appends the block in the encoder. */
    void store(final int lengthBytes) throws IOException {
        segment.append(encoder.block(), lengthBytes);
        sequence++;
        if (contentSequence > 0) {
            troubles.written("the journal is written again: " + directory);
        }
    }

    /** Seals the last segment, if there is one. */
    void seal() throws IOException {
        if (segment == null) {
            return;
        }
        begin();
        store(encoder.footer(firstSequence, sequence - firstSequence + 1));
        final SegmentWriter sealed = segment;
        segment = null;
        sealed.seal();
    }

    /**
     * Gives up the segment in which something has failed. One trouble is told once, however often
     * writing is tried again.
     */
    UncheckedIOException giveUp(final Throwable cause) {
        if (segment != null) {
            abandon(cause);
        }
        final String message =
                "cannot write the journal " + directory + ": " + Troubles.reason(cause);
        troubles.failed(message + RETRY, cause);
        return new UncheckedIOException(
                cause instanceof IOException io ? io : new IOException(message, cause));
    }

    private void open(final long nowNanos) throws IOException {
        troubles.trying();
        JournalDirectory.prepareForWriting(directory); // it may have been removed
        options.preparation().prepare();
        retention.makeRoom();
        final SegmentName name = names.next(System.currentTimeMillis());
        firstSequence = sequence;
        contentSequence = 0;
        segment =
                SegmentWriter.create(
                        directory, name, options.segmentBytes(), options.freeSpaceBytes());
        openedNanos = nowNanos;
        presenceCheckedNanos = nowNanos;
        preface.write();
        contentSequence = sequence;
        troubles.managed();
    }

    /** Hears of what is wrong while writing goes on. */
    JournalListener listener() {
        return troubles;
    }

    /** Stores into a removed file would succeed, and be lost. */
    private void checkPresence(final long nowNanos) throws IOException {
        if (nowNanos - presenceCheckedNanos > PRESENCE_CHECK_NANOS) {
            presenceCheckedNanos = nowNanos;
            if (!segment.exists()) {
                throw new IOException("removed while in use: " + segment.directory());
            }
        }
    }

    private void abandon(final Throwable cause) {
        final SegmentWriter abandoned = segment;
        segment = null;
        try {
            abandoned.abandon();
            if (contentSequence == 0 || sequence == contentSequence) {
                sequence = firstSequence;
                Segments.delete(abandoned.directory());
            }
        } catch (final Throwable e) {
            cause.addSuppressed(e);
        }
    }
}
