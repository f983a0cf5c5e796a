package io.hotspan.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that somebody holds a lock on for as long as something is so. The system frees the lock
 * when the process ends, however it ends.
 *
 * <p>A file's name names the JVM because a JVM must not open its own lock's file a second time:
 * closing that would free the lock.
 */
final class LockFiles {
    private static final Pattern NAME =
            Pattern.compile("[a-z]+-(\\d{1,18})-(\\d{1,18})(-[0-9a-f]+)?\\.lock");

    private LockFiles() {}

    /** What names of files begin with that this JVM locks. */
    static String prefix(final String purpose) {
        final JvmIdentity jvm = JvmIdentity.current();
        return purpose + "-" + jvm.pid() + "-" + jvm.startEpochMillis();
    }

    /** Whether who locked a file is alive, and has not let go of it. */
    static boolean isHeld(final Path file) throws IOException {
        final Matcher matcher = NAME.matcher(file.getFileName().toString());
        if (matcher.matches()) {
            final JvmIdentity holder =
                    new JvmIdentity(
                            Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
            if (holder.equals(JvmIdentity.current())) {
                return true;
            }
        }
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.READ));
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (final OverlappingFileLockException e) {
            return true;
        }
    }
}
