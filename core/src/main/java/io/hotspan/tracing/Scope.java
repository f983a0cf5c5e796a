package io.hotspan.tracing;

import io.hotspan.recording.Recorder;

/**
 * The time in which a context is current on a thread; ends where it began, with {@link #close()}.
 */
public final class Scope implements AutoCloseable {
    private final Recorder recorder;
    private final long handle;

    Scope(final Recorder recorder, final long handle) {
        this.recorder = recorder;
        this.handle = handle;
    }

    /**
     * Makes current again what was so before. Only the thread that made the context current can; on
     * another one, or a second time, it does nothing and is counted.
     */
    @Override
    public void close() {
        recorder.exit(handle);
    }
}
