package io.hotspan.demo;

import io.hotspan.demo.chat.LoopbackModel;
import io.hotspan.demo.progress.LoadProgress;
import io.hotspan.recovery.Recovery;
import io.hotspan.replay.Replay;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Starts the program with the agent, in a process of its own, and listens to it; the stand-in for
 * its models is here.
 */
/* Concurrency: stop() comes from a thread of its own, perhaps before there is a process. */
final class Demo {
    private final DemoSettings settings;
    private final ProgramCommand command;
    private final Consumer<String> warnings;
    private Process process; // guarded by this
    private boolean isStopped; // guarded by this

    /**
     * @param warnings hears of what a killed process left and could not be recovered
     */
    Demo(final DemoSettings settings, final DemoJars jars, final Consumer<String> warnings) {
        this.settings = settings;
        this.warnings = warnings;
        command = new ProgramCommand(jars, settings);
    }

    /**
     * Runs to the end of the program, which has closed the journal then.
     *
     * @param started is told once, before the first question
     * @param progress is told several times a second
     * @throws io.hotspan.journal.JournalException if the directory cannot be a journal
     * @throws IOException if no port can be had, or the program cannot be started
     * @throws InterruptedException if this thread was interrupted
     */
    DemoResult run(final Consumer<TextCounts> started, final Consumer<LoadProgress> progress)
            throws IOException, InterruptedException {
        final long earlierSpans = earlierSpans();
        final ProgramLines lines = new ProgramLines(settings.requests(), started, progress);
        try (LoopbackModel standIn = LoopbackModel.start(settings.concurrency())) {
            final Process program = start(command.with(standIn.endpoint()));
            try (BufferedReader out =
                    new BufferedReader(
                            new InputStreamReader(
                                    program.getInputStream(), StandardCharsets.UTF_8))) {
                lines.readAll(out);
                return new DemoResult(
                        lines.progress(), lines.calls(), earlierSpans, program.waitFor());
            } finally {
                program.destroy();
            }
        }
    }

    /** Makes {@link #run} end soon, and in order. From any thread. */
    synchronized void stop() {
        isStopped = true;
        if (process != null) {
            endInput(process);
        }
    }

    private synchronized Process start(final ProcessBuilder builder) throws IOException {
        process = builder.start();
        if (isStopped) {
            endInput(process);
        }
        return process;
    }

    private void endInput(final Process program) {
        try {
            program.getOutputStream().close();
        } catch (final IOException e) {
            warnings.accept("cannot stop the program in order: " + e.getMessage());
            program.destroy();
        }
    }

    /** What the journal has before, what a killed process left in memory included. */
    private long earlierSpans() throws IOException {
        final Path directory = settings.directory();
        if (isNew(directory)) {
            return 0;
        }
        final Replay replay = new Replay(directory);
        final long spans = replay.statistics().spans(); // fails if it is no journal
        return Recovery.of(directory).recoverAll(warnings) == 0
                ? spans
                : replay.statistics().spans();
    }

    private static boolean isNew(final Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return true;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            return !files.iterator().hasNext();
        }
    }
}
