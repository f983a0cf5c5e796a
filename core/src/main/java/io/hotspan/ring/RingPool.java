package io.hotspan.ring;

import io.hotspan.record.ClockAnchor;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The rings of a session. Each platform thread gets one of its own until there are {@code
 * maxRings}; who comes later, and virtual threads, share one with many writers. The ring of a dead
 * thread goes to the next one when it is drained.
 */
public final class RingPool {
    /** Number of the ring that threads share; the others have numbers from 2 on. */
    public static final int SHARED_RING_NUMBER = 1;

    /** Span handles have 9 bits for the number. */
    public static final int MAX_RING_NUMBER = (1 << 9) - 1;

    private final RingDirectory directory;
    private final int capacityBytes;
    private final int maxRings;
    private final Supplier<ClockAnchor> anchor;
    private final ManyWriterRing sharedRing;
    private final List<RingFile> free = new ArrayList<>();
    private final Map<Thread, RingFile> owned = new HashMap<>();
    private final Map<RingFile, RingReader> readerByFile = new HashMap<>();
    private volatile List<RingReader> readers = List.of();
    private int lastRingNumber = SHARED_RING_NUMBER;
    private boolean closed;
    private boolean hasTold;

    /**
     * @param maxRings rings with one writer; at most {@link #MAX_RING_NUMBER} - 1
     * @throws IOException if not even the shared ring can be made
     */
    public RingPool(
            final RingDirectory directory,
            final int capacityBytes,
            final int maxRings,
            final Supplier<ClockAnchor> anchor)
            throws IOException {
        this.directory = directory;
        this.capacityBytes = capacityBytes;
        this.maxRings = Math.min(maxRings, MAX_RING_NUMBER - 1);
        this.anchor = anchor;
        final RingFile shared = newFile(SHARED_RING_NUMBER, RingDescriptor.KIND_MANY_WRITERS);
        sharedRing = new ManyWriterRing(shared);
    }

    /** The ring that any thread may write to. */
    public ManyWriterRing sharedRing() {
        return sharedRing;
    }

    /**
     * A ring for this thread alone, until it dies; the shared one if there is none left, or no room
     * to make one.
     */
    public synchronized Ring acquire(final Thread thread) {
        if (closed) {
            return sharedRing;
        }
        RingFile file = free.isEmpty() ? null : free.remove(free.size() - 1);
        if (file == null && lastRingNumber - SHARED_RING_NUMBER < maxRings) {
            try {
                file = newFile(lastRingNumber + 1, RingDescriptor.KIND_ONE_WRITER);
                lastRingNumber++;
            } catch (final IOException e) {
                tell(e);
                return sharedRing; // slower, and nothing lost by it
            }
        }
        if (file == null) {
            return sharedRing;
        }
        owned.put(thread, file);
        return new OneWriterRing(file);
    }

    /**
     * Makes no ring from now on, and seals the shared one: later threads share it, and find no
     * room.
     */
    public synchronized void close() {
        if (!closed) {
            closed = true;
            sharedRing.seal();
        }
    }

    /** One reader a ring; grows, never shrinks. */
    public List<RingReader> readers() {
        return readers;
    }

    /**
     * The threads that are dead and whose rings are drained: what these counted is final. Called by
     * the one who drains.
     */
    public synchronized List<Thread> finished() {
        final List<Thread> finished = new ArrayList<>();
        owned.forEach(
                (thread, file) -> {
                    if (!thread.isAlive() && readerByFile.get(file).backlogBytes() == 0) {
                        finished.add(thread);
                    }
                });
        return finished;
    }

    /** Gives the rings of finished threads to those that come. Called by the one who drains. */
    public synchronized void reclaim(final List<Thread> finished) {
        for (final Thread thread : finished) {
            final RingFile file = owned.remove(thread);
            readerByFile.get(file).forgetLossTimes();
            free.add(file);
        }
    }

    /** Once, however many threads come. */
    private void tell(final IOException e) {
        if (!hasTold) {
            hasTold = true;
            System.getLogger("io.hotspan")
                    .log(
                            Level.WARNING,
                            "no room for more rings in "
                                    + directory.path()
                                    + ": "
                                    + e.getMessage()
                                    + "; threads that come now share one, which is slower"
                                    + " (docs/troubleshooting.md#little-shared-memory)");
        }
    }

    private RingFile newFile(final int ringNumber, final int kind) throws IOException {
        final RingFile file = directory.newRing(ringNumber, kind, capacityBytes, anchor.get());
        final RingReader reader = new RingReader(file);
        readerByFile.put(file, reader);
        final List<RingReader> more = new ArrayList<>(readers);
        more.add(reader);
        readers = List.copyOf(more);
        return file;
    }
}
