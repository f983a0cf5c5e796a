package io.hotspan.recording;

import io.hotspan.ring.RingPool;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Finds the calling thread's recorder. A small cache by thread id, whose entries are checked
 * against the thread, stands before a thread-local: two dependent loads fewer on the way to every
 * span.
 */
final class Recorders {
    private static final int CACHE_SIZE = 256;
    private static final int CACHE_MASK = CACHE_SIZE - 1;

    private final Recorder[] cache = new Recorder[CACHE_SIZE]; // benign races: entries are checked
    private final ThreadLocal<Recorder> byThread = new ThreadLocal<>();
    private final AtomicReferenceArray<Recorder> byRing =
            new AtomicReferenceArray<>(RingPool.MAX_RING_NUMBER + 1);
    private final Function<Thread, Recorder> factory;

    Recorders(final Function<Thread, Recorder> factory) {
        this.factory = factory;
    }

    /** The calling thread's recorder, made if it has none. */
    Recorder current() {
        final Thread thread = Thread.currentThread();
        final Recorder cached = cache[(int) thread.getId() & CACHE_MASK];
        return cached != null && cached.isOf(thread) ? cached : lookUp(thread);
    }

    /** The calling thread's recorder; null if it has none. */
    Recorder currentOrNull() {
        return byThread.get();
    }

    /** The recorder whose root ended last, of those with a ring of their own; null if none did. */
    Recorder lastRoot() {
        Recorder last = null;
        for (int i = 0; i < byRing.length(); i++) {
            final Recorder recorder = byRing.get(i);
            if (recorder != null
                    && recorder.lastTraceId() != null
                    && (last == null
                            || recorder.lastRootEndTicks() - last.lastRootEndTicks() > 0)) {
                last = recorder;
            }
        }
        return last;
    }

    void lastOnSharedRing(final Recorder recorder) {
        byRing.lazySet(RingPool.SHARED_RING_NUMBER, recorder);
    }

    private Recorder lookUp(final Thread thread) {
        Recorder recorder = byThread.get();
        if (recorder == null) {
            recorder = factory.apply(thread);
            byThread.set(recorder);
            byRing.set(recorder.ring().identity().ringNumber(), recorder);
        }
        if (!Threads.isVirtual(thread)) { // virtual ones come and go: the cache would keep them
            cache[(int) thread.getId() & CACHE_MASK] = recorder;
        }
        return recorder;
    }
}
