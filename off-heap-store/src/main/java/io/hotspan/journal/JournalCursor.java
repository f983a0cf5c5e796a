package io.hotspan.journal;

import io.hotspan.block.Block;
import io.hotspan.block.BlockDecoder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Goes through the blocks of a journal, segment after segment, oldest first, and then follows it:
 * when {@link #next()} has answered false, a later call looks for what is new, in the segments that
 * are still written and in new ones.
 *
 * <p>Of each session, blocks come in the order in which they were written, and no byte of a ring
 * comes twice. The memory it takes does not depend on the size of the journal. Not thread-safe.
 */
public final class JournalCursor implements Closeable {
    private final Path directory;
    private final DamageListener listener;
    private final BlockDecoder decoder = new BlockDecoder();
    private final FileWindow.Memory memory = new FileWindow.Memory();
    private final Continuity continuity = new Continuity();

    /** Segments that may have more, oldest first. */
    private final List<SegmentReader> active = new ArrayList<>();

    private final Set<SegmentName> seen = new HashSet<>();
    private boolean isPassing;
    private int index;
    private long damageCount;
    private long finishedBytes;

    JournalCursor(final Path directory, final DamageListener listener) {
        this.directory = directory;
        this.listener = listener;
    }

    /**
     * Goes to the next block.
     *
     * @return false if there is none now
     * @throws JournalException if a file cannot be read, or is of a newer version
     */
    public boolean next() {
        if (!isPassing) {
            lookForSegments();
            isPassing = true;
            index = 0;
        }
        while (index < active.size()) {
            final SegmentReader segment = active.get(index);
            while (segment.next()) {
                if (note(segment)) {
                    return true;
                }
            }
            if (segment.isFinished()) {
                active.remove(index);
                finish(segment);
            } else {
                index++;
            }
        }
        isPassing = false;
        return false;
    }

    /** The block that {@link #next()} went to; valid until the next call. */
    public Block block() {
        return decoder.block();
    }

    /** File that the block is in. */
    public Path file() {
        return active.get(Math.min(index, active.size() - 1)).path();
    }

    /** Where the block's document begins in its file. */
    public long offset() {
        return active.get(Math.min(index, active.size() - 1)).blockPosition();
    }

    /** Bytes of the files that have been read so far. */
    public long bytesRead() {
        long bytes = finishedBytes;
        for (final SegmentReader segment : active) {
            bytes += segment.sizeBytes();
        }
        return bytes;
    }

    /** Places of damage that the listener was told of. */
    public long damageCount() {
        return damageCount;
    }

    /** Whether the caller should see the block. */
    private boolean note(final SegmentReader segment) {
        final Block block = decoder.block();
        final String gap = continuity.note(block, damageCount);
        if (gap != null) {
            onDamage(new Damage(segment.path(), segment.blockPosition(), gap));
        }
        return !Continuity.isRepeated(block);
    }

    private void lookForSegments() {
        final List<SegmentName> present = JournalDirectory.segments(directory);
        final Set<Long> sessionsBefore = new HashSet<>();
        for (final SegmentName name : present) {
            final boolean isOldestOfSession = sessionsBefore.add(name.sessionId());
            if (seen.add(name)) {
                if (isOldestOfSession) {
                    continuity.forget(name.sessionId()); // retention may have been faster
                }
                active.add(new SegmentReader(directory, name, decoder, memory, this::onDamage));
            }
        }
        seen.retainAll(new HashSet<>(present));
    }

    private void finish(final SegmentReader segment) {
        finishedBytes += segment.sizeBytes();
        if (segment.isGone()) {
            continuity.forget(segment.name().sessionId());
        }
        close(segment);
    }

    private void onDamage(final Damage damage) {
        damageCount++;
        listener.onDamage(damage);
    }

    @Override
    public void close() {
        active.forEach(JournalCursor::close);
        active.clear();
    }

    private static void close(final SegmentReader segment) {
        try {
            segment.close();
        } catch (final IOException e) {
            throw new JournalException("cannot close " + segment.path(), e);
        }
    }
}
