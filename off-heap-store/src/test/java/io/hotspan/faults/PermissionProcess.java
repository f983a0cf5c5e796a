package io.hotspan.faults;

import io.hotspan.Hotspan;
import io.hotspan.HotspanOptions;
import io.hotspan.journal.JournalException;
import io.hotspan.recording.RecordingSettings;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Records into a journal that it takes the permission to write from itself, and gives it back. */
final class PermissionProcess {
    private static final int MORE_THAN_A_SEGMENT = 500;
    private long opened;

    private PermissionProcess() {}

    /** Argument: an empty directory. Prints how many spans it opened. */
    public static void main(final String[] arguments) throws Exception {
        final Path directory = Path.of(arguments[0]);
        final Path journal = directory.resolve("journal");
        permit(directory, "r-x------");
        try {
            Hotspan.open(journal).close();
        } catch (final JournalException e) {
            System.out.println("at the start: " + e.getMessage());
        }
        permit(directory, "rwx------");
        new PermissionProcess().recordInto(journal);
    }

    private void recordInto(final Path journal) throws Exception {
        try (Hotspan hotspan =
                Hotspan.open(
                        journal,
                        HotspanOptions.builder()
                                .segmentBytes(1 << 20)
                                .recording(
                                        RecordingSettings.builder()
                                                .ringCapacityBytes(1 << 16)
                                                .build())
                                .build())) {
            record(hotspan);
            permit(journal, "r-x------");
            for (int i = 0; i < MORE_THAN_A_SEGMENT && isWritten(hotspan); i++) {
                record(hotspan);
            }
            if (isWritten(hotspan)) {
                throw new IllegalStateException("permissions do not bind this process");
            }
            while (hotspan.recording().lostSpans() == 0) {
                record(hotspan);
            }
            permit(journal, "rwx------");
            hotspan.flush();
            record(hotspan);
        }
        System.out.println("opened=" + opened);
    }

    private static boolean isWritten(final Hotspan hotspan) {
        try {
            hotspan.flush();
            return true;
        } catch (final UncheckedIOException e) {
            return false;
        }
    }

    private void record(final Hotspan hotspan) {
        for (int i = 0; i < 500; i++) {
            hotspan.tracer().startSpan("span").close();
            opened++;
        }
    }

    private static void permit(final Path directory, final String permissions) throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
    }
}
