package io.hotspan.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.testing.LeavesNothingBehind;
import io.hotspan.testing.TestRecording;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Threads of the common pool lose their thread-locals between tasks, and still take part once. */
@ExtendWith(LeavesNothingBehind.class)
class ErasedThreadLocalsTest {
    private static final int TASKS = 50;

    @Test
    void aThreadWithoutItsThreadLocalsIsStillKnown() throws InterruptedException {
        final Set<Thread> known = ConcurrentHashMap.newKeySet();
        final ConcurrentLinkedQueue<Thread> forgotten = new ConcurrentLinkedQueue<>();
        try (TestRecording test = TestRecording.start()) {
            for (int i = 0; i < TASKS; i++) {
                final CountDownLatch done = new CountDownLatch(1);
                ForkJoinPool.commonPool()
                        .execute(
                                () -> {
                                    final Thread thread = Thread.currentThread();
                                    if (!known.add(thread) && !test.recording().hasRecorder()) {
                                        forgotten.add(thread);
                                    }
                                    test.tracer().startSpan("task").close();
                                    done.countDown();
                                });
                assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(known).hasSizeLessThan(TASKS);
            assertThat(forgotten).isEmpty();
        }
    }
}
