package io.hotspan.recovery;

import java.nio.file.Path;

/** Recovers a journal and says what it did, and which process id it has. */
final class RecoveringProcess {
    private RecoveringProcess() {}

    /** Argument: directory of the journal. */
    public static void main(final String[] arguments) throws Exception {
        final RecoveryReport report =
                Recovery.of(Path.of(arguments[0])).recover(System.out::println);
        System.out.println("pid " + ProcessHandle.current().pid() + ": " + report);
    }
}
