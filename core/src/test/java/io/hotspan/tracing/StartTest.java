package io.hotspan.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.testing.LeavesNothingBehind;
import io.hotspan.testing.TestRecording;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More spans than a ring holds, before the sink has taken a first record. Nobody asked to wait. */
@ExtendWith(LeavesNothingBehind.class)
class StartTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @Test
    void aBurstWaitsForTheSinkAndLosesNothing() throws InterruptedException {
        try (TestRecording test = TestRecording.startUnready()) {
            final Thread producer =
                    new Thread(
                            () -> {
                                while (test.recording().waited().isZero()) {
                                    test.tracer().startSpan("span").close();
                                }
                            });
            producer.start();
            while (producer.getState() != Thread.State.TIMED_WAITING) {
                assertThat(producer.isAlive()).isTrue();
                Thread.onSpinWait();
            }
            test.sink().unblock();
            producer.join();

            assertThat(test.recording().lostSpans()).isZero();
            assertThat(test.recording().waited()).isLessThan(LIMIT);
        }
    }

    @Test
    void aSinkThatIsStuckIsWaitedForOnceAndNotForLong() {
        try (TestRecording test = TestRecording.startUnready()) {
            recordUntilSomeAreLost(test);

            assertThat(test.recording().waited())
                    .isBetween(LIMIT.dividedBy(2), LIMIT.multipliedBy(2));
        }
    }

    @Test
    void aSinkThatRefusesIsNotWaitedFor() {
        try (TestRecording test = TestRecording.startUnready()) {
            test.sink().refuse(Integer.MAX_VALUE).unblock();
            recordUntilSomeAreLost(test);

            assertThat(test.recording().waited()).isLessThan(LIMIT.dividedBy(2));
            test.sink().refuse(0);
        }
    }

    private static void recordUntilSomeAreLost(final TestRecording test) {
        while (test.recording().lostSpans() < 3) {
            test.tracer().startSpan("span").close();
        }
    }
}
