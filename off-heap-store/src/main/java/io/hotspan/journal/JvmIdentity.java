package io.hotspan.journal;

import java.time.Instant;

/**
 * Names a running JVM on its machine. The time of its start is a part of it, for in containers
 * every process may have the id 1.
 */
record JvmIdentity(long pid, long startEpochMillis) {
    static JvmIdentity current() {
        final ProcessHandle process = ProcessHandle.current();
        return new JvmIdentity(
                process.pid(), process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }
}
