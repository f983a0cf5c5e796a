package io.hotspan.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.recording.OverloadPolicy;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.ring.RingDirectory;
import io.hotspan.testing.LeavesNothingBehind;
import io.hotspan.testing.TestRecording;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who waits for a sink that is stuck, and who does not. */
@ExtendWith(LeavesNothingBehind.class)
class WaitTest {
    private static final int MORE_THAN_A_RING = 5_000;
    private static final int RING_OF_THE_THREAD = 2;

    private static TestRecording start(final Duration maxWait) {
        return TestRecording.start(
                (final RecordingSettings.Builder settings) ->
                        settings.overloadPolicy(OverloadPolicy.WAIT).maxWait(maxWait));
    }

    private static void record(final Tracer tracer) {
        for (int i = 0; i < MORE_THAN_A_RING; i++) {
            tracer.startSpan("span").close();
        }
    }

    @Test
    void whoWaitsLosesNothingAndTheTimeIsKept() throws InterruptedException {
        try (TestRecording test = start(Duration.ofMinutes(5))) {
            test.sink().block();
            final Thread producer = new Thread(() -> record(test.tracer()));
            producer.start();
            while (producer.getState() != Thread.State.TIMED_WAITING) {
                assertThat(producer.isAlive()).isTrue();
                Thread.onSpinWait();
            }
            test.sink().unblock();
            producer.join();

            assertThat(test.spans()).hasSize(MORE_THAN_A_RING);
            assertThat(test.sink().counters().get(RING_OF_THE_THREAD).lostSpans()).isZero();
            assertThat(test.sink().counters().get(RING_OF_THE_THREAD).waitedNanos()).isPositive();
            assertThat(test.recording().waited()).isPositive();
        }
    }

    @Test
    void nobodyWaitsLongerThanTheLimit() {
        final Duration limit = Duration.ofMillis(2);
        try (TestRecording test = start(limit)) {
            test.sink().block();
            while (test.recording().lostSpans() < 3) {
                test.tracer().startSpan("span").close();
            }

            assertThat(test.recording().waited()).isGreaterThanOrEqualTo(limit.multipliedBy(3));
        }
    }

    @Test
    void closingDoesNotWaitForEverAndLeavesTheRings() throws IOException {
        final TestRecording test = TestRecording.start();
        test.tracer().startSpan("before").close();
        test.flush();
        test.sink().block();
        test.tracer().startSpan("span").close();

        assertThatThrownBy(() -> test.recording().close(Duration.ofMillis(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing was stored for ")
                .hasMessageContaining(test.directory().toString());
        assertThat(test.recording().isDraining()).isTrue();
        assertThat(test.directory()).isDirectory();

        test.sink().unblock();
        while (test.recording().isDraining()) {
            Thread.onSpinWait();
        }
        assertThat(test.sink().lines()).hasSize(4); // two spans of two records
        RingDirectory.delete(test.directory());
    }
}
