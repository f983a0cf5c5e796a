package io.hotspan.recording;

import io.hotspan.model.TraceId;
import io.hotspan.ring.RingPool;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes and keeps the recorder of each thread. */
/* A platform thread may outlive many recordings. So its thread-local holds the recorder weakly, and the
 * recording holds it: both can go when the program lets go of the recording, and the rings are unmapped.
 * Virtual threads come and go by the million, and hold theirs themselves. */
final class Recorders {
    /** Picks a thread's place in the cache by the low bits of its id. */
    static final int CACHE_MASK = 255;

    private static final int MIN_SWEEP_SIZE = 256;

    private final Recorder[] cache =
            new Recorder[CACHE_MASK + 1]; // benign races: entries are checked
    private final ThreadLocal<Object> byThread =
            new ThreadLocal<>(); // Recorder, or Reference of it
    private final AtomicReferenceArray<SpanEnder> byRing =
            new AtomicReferenceArray<>(RingPool.MAX_RING_NUMBER + 1);
    private final Map<Thread, Recorder> sharing =
            new HashMap<>(); // guarded by this; platform threads
    private final Function<Thread, Recorder> factory;
    private final Consumer<Thread> newThread;
    private int sweepSize = MIN_SWEEP_SIZE;
    private volatile Root retired; // of a ring's recorder before the present one

    /** The root that ended last somewhere. */
    private record Root(TraceId traceId, long endTicks) {}

    /**
     * @param newThread called on a thread that has just got its recorder
     */
    Recorders(final Function<Thread, Recorder> factory, final Consumer<Thread> newThread) {
        this.factory = factory;
        this.newThread = newThread;
    }

    /** Where a recorder may lie, see {@link #CACHE_MASK}. */
    Recorder[] cache() {
        return cache;
    }

    /** The calling thread's recorder; null if it has none. */
    Recorder currentOrNull() {
        final Thread thread = Thread.currentThread();
        final Recorder cached = cache[(int) thread.getId() & CACHE_MASK];
        return cached != null && cached.isOf(thread) ? cached : known(thread);
    }

    /** Id of the trace whose root ended last; null if none did. */
    TraceId lastTraceId() {
        Root last = retired;
        for (int i = 0; i < byRing.length(); i++) {
            last = later(last, rootOf(byRing.get(i)));
        }
        return last == null ? null : last.traceId;
    }

    void lastOnSharedRing(final SpanEnder recorder) {
        byRing.lazySet(RingPool.SHARED_RING_NUMBER, recorder);
    }

    /** The recorder of the calling thread, made if it has none. */
    Recorder lookUp(final Thread thread) {
        final Recorder known = known(thread);
        final Recorder recorder = known == null ? newRecorder(thread) : known;
        if (!Threads.isVirtual(thread)) { // virtual ones come and go: the cache would keep them
            cache[(int) thread.getId() & CACHE_MASK] = recorder;
        }
        return recorder;
    }

    /** The recorder of the calling thread; null if it has none. */
    private Recorder known(final Thread thread) {
        final Object held = byThread.get();
        final Recorder recorder =
                held instanceof Reference<?> reference
                        ? (Recorder) reference.get()
                        : (Recorder) held;
        return recorder != null || Threads.isVirtual(thread) ? recorder : forgotten(thread);
    }

    /**
     * The recorder of a platform thread that has no thread-local any more: ForkJoinPool's common
     * pool erases its threads' between tasks.
     */
    private Recorder forgotten(final Thread thread) {
        Recorder found = null;
        for (int i = 0; found == null && i < byRing.length(); i++) {
            if (byRing.get(i) instanceof Recorder recorder && recorder.isOf(thread)) {
                found = recorder;
            }
        }
        if (found == null) {
            synchronized (this) {
                found = sharing.get(thread);
            }
        }
        if (found != null) {
            byThread.set(new WeakReference<>(found));
        }
        return found;
    }

    private Recorder newRecorder(final Thread thread) {
        final Recorder recorder = factory.apply(thread);
        final int ringNumber = recorder.ring().identity().ringNumber();
        if (ringNumber != RingPool.SHARED_RING_NUMBER) {
            retire(byRing.getAndSet(ringNumber, recorder));
        } else if (!Threads.isVirtual(thread)) {
            keep(thread, recorder);
        }
        byThread.set(Threads.isVirtual(thread) ? recorder : new WeakReference<>(recorder));
        newThread.accept(thread);
        return recorder;
    }

    private synchronized void retire(final SpanEnder before) {
        retired = later(retired, rootOf(before));
    }

    private synchronized void keep(final Thread thread, final Recorder recorder) {
        if (sharing.size() >= sweepSize) {
            sharing.values().removeIf(known -> !known.isOwnerAlive());
            sweepSize = Math.max(MIN_SWEEP_SIZE, 2 * sharing.size());
        }
        sharing.put(thread, recorder);
    }

    private static Root rootOf(final SpanEnder recorder) {
        final TraceId traceId = recorder == null ? null : recorder.lastTraceId();
        return traceId == null ? null : new Root(traceId, recorder.lastRootEndTicks());
    }

    private static Root later(final Root one, final Root other) {
        return one == null || other != null && other.endTicks - one.endTicks > 0 ? other : one;
    }
}
