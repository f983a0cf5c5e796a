package io.hotspan.stress.soak;

import io.hotspan.journal.Damage;
import io.hotspan.replay.Follow;
import io.hotspan.replay.Replay;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Threads that read the journal while it is written, and while its oldest segments go. */
final class ReadingThreads {
    private static final int NEWEST = 20;
    private static final long FOLLOW_MILLIS = 50;
    private static final long READ_MILLIS = 3_000;

    private final SoakCounts counts;
    private final Queue<String> failures;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Replay replay;
    private final Object wholeRead = new Object();
    private final Thread follower = new Thread(this::follow, "soak-follow");
    private final Thread reader = new Thread(this::read, "soak-read");

    ReadingThreads(final Path journal, final SoakCounts counts, final Queue<String> failures) {
        this.counts = counts;
        this.failures = failures;
        replay = new Replay(journal, this::damaged);
    }

    /** Held while the whole journal is read: what that needs for a while is no growth. */
    Object wholeRead() {
        return wholeRead;
    }

    void start() {
        follower.start();
        reader.start();
    }

    void stop() throws InterruptedException {
        stopped.countDown();
        follower.join();
        reader.join();
    }

    private void follow() {
        try (Follow follow = replay.follow()) {
            boolean more = true;
            while (more) {
                more = !stopped.await(FOLLOW_MILLIS, TimeUnit.MILLISECONDS);
                counts.followedTraces.addAndGet(
                        follow.poll(trace -> counts.followedSpans.addAndGet(trace.spans().size())));
            }
        } catch (final InterruptedException | RuntimeException | Error e) {
            failures.add("a thread that follows threw " + e);
        }
    }

    private void read() {
        try {
            while (!stopped.await(READ_MILLIS, TimeUnit.MILLISECONDS)) {
                synchronized (wholeRead) {
                    replay.newest(NEWEST);
                    replay.statistics();
                }
                counts.reads.incrementAndGet();
            }
        } catch (final InterruptedException | RuntimeException | Error e) {
            failures.add("a thread that reads threw " + e);
        }
    }

    private void damaged(final Damage damage) {
        failures.add("a thread that reads met damage: " + damage);
    }
}
