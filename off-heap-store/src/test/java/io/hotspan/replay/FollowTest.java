package io.hotspan.replay;

import static io.hotspan.replay.BlockList.spanId;
import static io.hotspan.replay.BlockList.traceHigh;
import static io.hotspan.replay.BlockList.traceLow;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.record.RingIdentity;
import io.hotspan.trace.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowTest {
    @TempDir private Path directory;

    private final List<String> names = new ArrayList<>();
    private WrittenJournal journal;
    private RingIdentity ring;
    private Follow follow;

    @BeforeEach
    void open() {
        journal = new WrittenJournal(directory, 1, 1 << 20).symbols("first", "second", "third");
        ring = journal.ring(0);
        follow = new Replay(directory).follow();
    }

    @AfterEach
    void close() {
        follow.close();
        journal.close();
    }

    @Test
    void nothingNewIsNoTrace() {
        assertThat(poll()).isEmpty();
    }

    @Test
    void aTraceComesOnceItHasEnded() {
        journal.records(ring, new RecordBytes().root(1, 0, 1));
        assertThat(poll()).isEmpty();

        journal.records(ring, new RecordBytes().end(1, 5));
        assertThat(poll()).containsExactly("first");
        assertThat(poll()).isEmpty();
    }

    @Test
    void eachPollTellsOfTheTracesSinceTheOneBefore() {
        journal.records(ring, new RecordBytes().root(1, 0, 1).end(1, 5));
        assertThat(poll()).containsExactly("first");

        journal.records(ring, new RecordBytes().root(2, 6, 2).end(2, 7).root(3, 8, 3).end(3, 9));
        assertThat(poll()).containsExactly("second", "third");
    }

    @Test
    void theNumberOfTracesIsTold() {
        journal.records(ring, new RecordBytes().root(1, 0, 1).end(1, 5).root(2, 6, 2).end(2, 7));

        assertThat(follow.poll(trace -> {})).isEqualTo(2);
    }

    @Test
    void aTraceWaitsForTheSpansOfOtherRings() {
        final RingIdentity other = journal.ring(1);
        journal.records(ring, new RecordBytes().root(1, 0, 1));
        journal.records(
                other,
                new RecordBytes()
                        .explicit(1, 1, 2, traceHigh(ring, 1), traceLow(ring, 1), spanId(ring, 1)));
        journal.records(ring, new RecordBytes().end(1, 5));
        assertThat(poll()).isEmpty();

        journal.records(other, new RecordBytes().end(1, 9));
        assertThat(poll()).containsExactly("first");
    }

    @Test
    void itGoesOnInTheNextSegment() {
        int count = 0;
        final RecordBytes records = new RecordBytes();
        for (int i = 1; i <= 60_000; i++) {
            records.root(i, i * 7919L * i, 1).end(i, i * 7919L * i + i);
            if (records.length() > 60_000) {
                journal.records(ring, records);
                records.clear();
                count += follow.poll(trace -> {});
            }
        }
        journal.records(ring, records);

        assertThat(count + follow.poll(trace -> {})).isEqualTo(60_000);
    }

    @Test
    void itGoesOnInAnotherSession() {
        poll();
        try (WrittenJournal next = new WrittenJournal(directory, 2)) {
            next.symbols("of the second session");
            next.records(next.ring(0), new RecordBytes().root(1, 0, 1).end(1, 1));
            assertThat(poll()).containsExactly("of the second session");

            journal.records(ring, new RecordBytes().root(1, 0, 1).end(1, 1));
            assertThat(poll()).containsExactly("first");
        }
    }

    private List<String> poll() {
        names.clear();
        follow.poll((final Trace trace) -> names.add(trace.root().name()));
        return List.copyOf(names);
    }
}
