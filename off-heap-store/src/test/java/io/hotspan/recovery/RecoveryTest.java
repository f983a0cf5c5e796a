package io.hotspan.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.Hotspan;
import io.hotspan.journal.ChildJvm;
import io.hotspan.replay.Replay;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    @TempDir Path directory;

    private Path journal;
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void nameTheJournal() {
        journal = directory.resolve("journal");
    }

    @Test
    void everySpanCommittedBeforeAKillIsReplayedOnceAndInOrder() throws Exception {
        final long[] witnessed = recordAndKill(2_000);

        Recovery.of(journal).recoverAll(warnings::add);

        final Map<String, List<SpanData>> spans = spansByName();
        for (int thread = 0; thread < RecordingProcess.THREADS; thread++) {
            final List<Long> numbers = new ArrayList<>();
            for (final SpanData span : spans.get("numbered-" + thread)) {
                if (span.attributes().get("n") instanceof Long n) { // the last may have none yet
                    numbers.add(n);
                }
            }
            final long last = Math.max(witnessed[thread], numbers.size());
            assertThat(numbers)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void aSpanThatWasOpenAtTheKillIsThereUnfinishedWithWhatItHad() throws Exception {
        recordAndKill(10);

        Recovery.of(journal).recoverAll(warnings::add);

        final SpanData unfinished = spansByName().get("unfinished-1").get(0);
        assertThat(unfinished.isOpen()).isTrue();
        assertThat(unfinished.attributes()).containsEntry("thread", 1L);
    }

    @Test
    void theNextOpenRecoversWhatADeadProcessLeft() throws Exception {
        final long[] witnessed = recordAndKill(10);

        Hotspan.open(journal).close();

        assertThat(spansByName().get("numbered-0")).hasSizeGreaterThanOrEqualTo((int) witnessed[0]);
    }

    @Test
    void aRecoveredJournalIsWhole() throws Exception {
        recordAndKill(100);

        Recovery.of(journal).recoverAll(warnings::add);

        assertThat(new Replay(journal).verify().findings()).isEmpty();
    }

    @Test
    void recoveringTwiceRecoversNothingTheSecondTime() throws Exception {
        recordAndKill(100);
        Recovery.of(journal).recoverAll(warnings::add);

        assertThat(Recovery.of(journal).recoverAll(warnings::add)).isZero();
    }

    @Test
    void nothingIsLeftOfTheRingsOfADeadProcess() throws Exception {
        recordAndKill(10);
        final Path rings = Path.of(Files.readString(SessionFile.list(journal).get(0)));
        assertThat(rings).isDirectory();

        Recovery.of(journal).recoverAll(warnings::add);

        assertThat(rings).doesNotExist();
        assertThat(SessionFile.list(journal)).isEmpty();
    }

    @Test
    void aRingThatWasBeingMadeAtTheKillHeldNothingAndIsNotComplainedOf() throws Exception {
        recordAndKill(10);
        final Path rings = Path.of(Files.readString(SessionFile.list(journal).get(0)));
        Files.write(rings.resolve("new-ring-0099"), new byte[12]);

        Recovery.of(journal).recoverAll(warnings::add);

        assertThat(warnings).isEmpty();
        assertThat(rings).doesNotExist();
    }

    @Test
    void theRingsOfALivingProcessAreNotTouched() throws Exception {
        final UnsafeBuffer witness = witness();
        final Process process = start();
        try {
            await(witness, process, 10);
            final Path rings = Path.of(Files.readString(SessionFile.list(journal).get(0)));

            assertThat(Recovery.of(journal).recoverAll(warnings::add)).isZero();
            assertThat(rings).isDirectory();
        } finally {
            process.destroyForcibly().waitFor();
            Recovery.of(journal).recoverAll(warnings::add);
        }
    }

    @Test
    void aSessionWhoseSharedMemoryIsGoneIsForgotten() throws Exception {
        Hotspan.open(journal).close();
        Files.writeString(
                journal.resolve("session-00000000000000ff.rings"),
                directory.resolve("hotspan-" + "0".repeat(32)).toString());

        Recovery.of(journal).recoverAll(warnings::add);

        assertThat(SessionFile.list(journal)).isEmpty();
    }

    private Map<String, List<SpanData>> spansByName() {
        final Map<String, List<SpanData>> spans = new HashMap<>();
        new Replay(journal)
                .forEachTrace(
                        (final Trace trace) ->
                                trace.spans()
                                        .forEach(
                                                span ->
                                                        spans.computeIfAbsent(
                                                                        span.name(),
                                                                        name -> new ArrayList<>())
                                                                .add(span)));
        return spans;
    }

    private long[] recordAndKill(final long spans) throws Exception {
        final UnsafeBuffer witness = witness();
        final Process process = start();
        await(witness, process, spans);
        process.destroyForcibly().waitFor();
        final long[] witnessed = new long[RecordingProcess.THREADS];
        for (int thread = 0; thread < witnessed.length; thread++) {
            witnessed[thread] = witness.getLongVolatile(thread * Long.BYTES);
        }
        return witnessed;
    }

    private UnsafeBuffer witness() throws IOException {
        final Path file = directory.resolve("witness");
        Files.write(file, new byte[RecordingProcess.THREADS * Long.BYTES]);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new UnsafeBuffer(
                    channel.map(
                            FileChannel.MapMode.READ_ONLY,
                            0,
                            RecordingProcess.THREADS * Long.BYTES));
        }
    }

    private Process start() throws IOException {
        return ChildJvm.withOptions(
                        RecordingProcess.class,
                        journal.toString(),
                        directory.resolve("witness").toString())
                .inheritIO()
                .start();
    }

    private static void await(final UnsafeBuffer witness, final Process process, final long spans) {
        for (int thread = 0; thread < RecordingProcess.THREADS; thread++) {
            while (witness.getLongVolatile(thread * Long.BYTES) < spans) {
                assertThat(process.isAlive()).isTrue();
                Thread.onSpinWait();
            }
        }
    }
}
