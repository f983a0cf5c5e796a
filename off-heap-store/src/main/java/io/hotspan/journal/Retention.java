package io.hotspan.journal;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Deletes the oldest segments when a journal is too large or they are too old: whole ones, and
 * never one that somebody writes or reads. It also tidies up behind writers that crashed.
 */
final class Retention {
    private static final long UNBORN_MILLIS = 60_000;

    private final Path directory;
    private final JournalOptions options;
    private final JournalListener listener;

    Retention(final Path directory, final JournalOptions options, final JournalListener listener) {
        this.listener = listener;
        this.directory = directory;
        this.options = options;
    }

    /**
     * Makes room for a new segment. What cannot be done is told to the listener; nothing is thrown.
     */
    void makeRoom() {
        try {
            sweepRemains();
            final List<SegmentName> finished = new ArrayList<>();
            long totalBytes = options.segmentBytes();
            for (final SegmentName name : JournalDirectory.segments(directory)) {
                final Path segment = name.in(directory);
                final SegmentState state = WriterLock.state(segment);
                if (state == SegmentState.CRASHED) {
                    CrashedSegment.tidy(segment);
                }
                if (state != SegmentState.LIVE) {
                    finished.add(name);
                }
                // Chronicle makes a file in use larger than it will be
                totalBytes +=
                        state == SegmentState.LIVE
                                ? Math.min(sizeBytes(segment), options.segmentBytes())
                                : sizeBytes(segment);
            }
            delete(finished, totalBytes);
        } catch (final IOException | RuntimeException e) {
            listener.onWarning(
                    "cannot delete old segments of the journal "
                            + directory
                            + ": "
                            + Troubles.reason(e),
                    e);
        }
    }

    private void delete(final List<SegmentName> finished, final long allBytes) throws IOException {
        final long oldestMillis =
                System.currentTimeMillis()
                        - Math.min(System.currentTimeMillis(), options.maxAge().toMillis());
        long totalBytes = allBytes;
        final Set<Long> keptSessions = new HashSet<>();
        for (int i = 0; i < finished.size(); i++) {
            final SegmentName name = finished.get(i);
            if (totalBytes <= options.maxBytes() && lastUse(name) >= oldestMillis) {
                return;
            }
            if (keptSessions.contains(name.sessionId())) {
                continue; // a session may lack its beginning, and nothing in its middle
            }
            final Path segment = name.in(directory);
            final long segmentBytes = sizeBytes(segment);
            if (Segments.deleteUnlessRead(segment)) {
                totalBytes -= segmentBytes;
            } else {
                keptSessions.add(name.sessionId());
            }
        }
    }

    /** A segment is as old as the last that was written to it. */
    private long lastUse(final SegmentName name) throws IOException {
        final File file = Segments.dataFile(name.in(directory));
        return file == null
                ? name.createdEpochMillis()
                : Math.max(file.lastModified(), name.createdEpochMillis());
    }

    private static long sizeBytes(final Path segment) throws IOException {
        final File file = Segments.dataFile(segment);
        return file == null ? 0 : file.length();
    }

    /** Removes what a process left that was killed while it made or deleted a segment. */
    private void sweepRemains() throws IOException {
        try (DirectoryStream<Path> paths =
                Files.newDirectoryStream(
                        directory, "{" + Segments.UNBORN + "," + Segments.DELETED + "}*")) {
            for (final Path path : paths) {
                if (isOld(path)
                        && WriterLock.state(path) != SegmentState.LIVE
                        && !ReaderLease.isHeldOn(path)) {
                    Segments.delete(path);
                }
            }
        } catch (final DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Whether nobody can be about to lock it. */
    private static boolean isOld(final Path path) throws IOException {
        return Files.getLastModifiedTime(path).toMillis()
                < System.currentTimeMillis() - UNBORN_MILLIS;
    }
}
