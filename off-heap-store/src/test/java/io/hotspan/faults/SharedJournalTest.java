package io.hotspan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.journal.ChildJvm;
import io.hotspan.journal.Damage;
import io.hotspan.replay.Replay;
import io.hotspan.replay.VerifyReport;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes write one journal, and this one reads it meanwhile. */
class SharedJournalTest {
    private static final int SPANS = 15_000; // in some five segments of each process
    private static final List<String> WRITERS = List.of("one", "other");

    @TempDir Path journal;
    private final List<Damage> damages = new ArrayList<>();
    private final Map<String, List<Long>> numbers = new HashMap<>();

    @Test
    void bothAreReadWholeAndInOrderWhileTheyWriteAndAfterwards() throws Exception {
        final int passes = readWhileWritten(Long.MAX_VALUE);

        assertThat(passes).isGreaterThan(1);
        read();
        for (final String writer : WRITERS) {
            assertThat(numbers.get(writer))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, SPANS).boxed().toList());
        }
        final VerifyReport report = new Replay(journal).verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.notClosedSessions()).isEmpty();
        assertThat(report.spans()).isEqualTo(WRITERS.size() * (long) SPANS);
    }

    @Test
    void segmentsThatAreDeletedUnderAReaderAreNoDamage() throws Exception {
        final long maxBytes = 6 << 20;
        readWhileWritten(maxBytes);

        read();
        for (final String writer : WRITERS) {
            assertThat(numbers.get(writer)).contains((long) SPANS).doesNotContain(1L);
        }
        assertThat(new Replay(journal).verify().findings()).isEmpty();
        try (Stream<Path> files = Files.walk(journal)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum())
                    .isLessThan(maxBytes + (2L << 20));
        }
    }

    /** Reads again and again until both have ended; how often. */
    private int readWhileWritten(final long maxBytes) throws Exception {
        final List<Process> processes = new ArrayList<>();
        int passes = 0;
        try {
            for (final String writer : WRITERS) {
                processes.add(start(writer, maxBytes));
            }
            while (processes.stream().anyMatch(Process::isAlive)) {
                if (Files.exists(journal.resolve("journal.hotspan"))) {
                    read();
                    passes++;
                }
            }
        } finally {
            for (final Process process : processes) {
                process.destroyForcibly().waitFor();
            }
        }
        assertThat(processes).allMatch(process -> process.exitValue() == 0);
        return passes;
    }

    /** One pass. What a writer wrote comes in order, none of it twice, and nothing is damaged. */
    private void read() {
        numbers.clear();
        new Replay(journal, damages::add).forEachTrace(this::note);
        assertThat(damages).isEmpty();
        numbers.values().forEach(ofOne -> assertThat(ofOne).isSorted().doesNotHaveDuplicates());
    }

    private void note(final Trace trace) {
        for (final SpanData span : trace.spans()) {
            if (span.attributes().get("n") instanceof Long n) {
                numbers.computeIfAbsent(span.name(), name -> new ArrayList<>()).add(n);
            }
        }
    }

    private Process start(final String writer, final long maxBytes) throws IOException {
        return ChildJvm.withOptions(
                        NumberingProcess.class,
                        journal.toString(),
                        writer,
                        Integer.toString(SPANS),
                        Long.toString(maxBytes))
                .inheritIO()
                .start();
    }
}
