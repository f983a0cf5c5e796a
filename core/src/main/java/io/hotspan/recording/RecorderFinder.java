package io.hotspan.recording;

/**
 * Finds the calling thread's recorder. A small cache by thread id, whose entries are checked
 * against the thread, stands before a thread-local. A base class of what programs hold and not a
 * part of it: so it takes two dependent loads to the recorder, and they begin each span.
 */
public abstract class RecorderFinder {
    private final Recorder[] cache;
    private final Recorders recorders;

    /**
     * @param recording not null
     */
    protected RecorderFinder(final Recording recording) {
        recorders = recording.recorders();
        cache = recorders.cache();
    }

    /** The calling thread's recorder, made if it has none. */
    protected final Recorder recorder() {
        final Thread thread = Thread.currentThread();
        final Recorder[] cache = this.cache;
        final Recorder cached = cache[(int) thread.getId() & Recorders.CACHE_MASK];
        return cached != null && cached.isOf(thread) ? cached : recorders.lookUp(thread);
    }
}
