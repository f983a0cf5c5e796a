package io.hotspan.cli;

import io.hotspan.journal.JournalReader;
import io.hotspan.replay.Replay;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The journal that a command reads: its first argument. */
final class JournalArgument {
    @Parameters(
            index = "0",
            paramLabel = "D",
            description = "Directory of the journal; it may be written to at the same time.")
    private Path directory;

    Path directory() {
        return directory;
    }

    /**
     * The journal, for reading; whoever asks for it should report the notes in the end.
     *
     * @throws io.hotspan.journal.JournalException if it is none, or one of a newer version
     */
    Replay open(final DamageNotes notes) {
        JournalReader.open(directory, notes); // so that a wrong path is told of before all else
        return new Replay(directory, notes);
    }
}
