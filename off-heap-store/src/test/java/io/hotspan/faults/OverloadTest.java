package io.hotspan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.JournalFixture;
import io.hotspan.replay.JournalStatistics;
import io.hotspan.replay.Replay;
import io.hotspan.replay.ThreadLoss;
import io.hotspan.replay.VerifyReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A producer that is faster than the drainer: what it lost, who it was, and when. */
class OverloadTest {
    private static final int RING_BYTES = 1 << 16;

    @RegisterExtension
    final JournalFixture journal =
            new JournalFixture(settings -> settings.ringCapacityBytes(RING_BYTES).maxRings(1));

    private long opened;

    /** Records on a thread of its own until it loses some more. */
    private void overload(final String thread) throws InterruptedException {
        final long lostBefore = journal.hotspan().recording().lostSpans();
        final Thread producer =
                new Thread(
                        () -> {
                            while (journal.hotspan().recording().lostSpans() < lostBefore + 10) {
                                for (int i = 0; i < 1_000; i++) {
                                    journal.tracer().startSpan("span").close();
                                    opened++;
                                }
                            }
                        },
                        thread);
        producer.start();
        producer.join();
        journal.hotspan().flush(); // and gives its ring to the next
    }

    @Test
    void lossesAreToldByThreadCountAndTime() throws InterruptedException {
        overload("first");
        final long lostByFirst = journal.hotspan().recording().lostSpans();
        overload("second");
        final long lostBySecond = journal.hotspan().recording().lostSpans() - lostByFirst;

        final JournalStatistics statistics = journal.hotspan().traces().statistics();
        final List<ThreadLoss> losses = statistics.losses();
        assertThat(losses).extracting(ThreadLoss::thread).containsExactly("first", "second");
        assertThat(losses)
                .extracting(ThreadLoss::lostSpans)
                .containsExactly(lostByFirst, lostBySecond);
        assertThat(losses.get(0).firstEpochNanos())
                .isBetween(statistics.firstEpochNanos(), losses.get(0).lastEpochNanos());
        assertThat(losses.get(1).firstEpochNanos())
                .isBetween(losses.get(0).lastEpochNanos(), losses.get(1).lastEpochNanos());
    }

    @Test
    void whatWasOpenedIsReplayedOrLost() throws InterruptedException {
        overload("first");
        overload("second");
        journal.hotspan().close();

        final VerifyReport report = new Replay(journal.hotspan().directory()).verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.notClosedSessions()).isEmpty();
        assertThat(report.spans() + report.lostSpans()).isEqualTo(opened);
        assertThat(report.lostSpans()).isGreaterThanOrEqualTo(20);
    }
}
