package io.hotspan.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** File systems of a test's own, which only root can mount; a test that needs one is skipped. */
final class Mounts implements AutoCloseable {
    private final Deque<Path> mounted = new ArrayDeque<>();

    /** A file system in memory, of so many bytes. */
    Path memory(final Path parent, final long sizeBytes) throws Exception {
        final Path point = Files.createDirectory(parent.resolve("memory-" + mounted.size()));
        return mount(point, "-t", "tmpfs", "-o", "size=" + sizeBytes, "tmpfs", point.toString());
    }

    /** A directory, read-only for who opens something in it from now on. */
    void makeReadOnly(final Path directory) throws Exception {
        mount(directory, "--bind", directory.toString(), directory.toString());
        assumeTrue(
                run("mount", "-o", "remount,bind,ro", directory.toString()),
                "a mount can be made read-only");
    }

    /** Undoes the last mount. */
    void undo() throws Exception {
        assertThat(run("umount", mounted.pop().toString())).isTrue();
    }

    /** A file system on a disk, of so many bytes, that can be frozen. */
    Path disk(final Path parent, final long sizeBytes) throws Exception {
        final Path image = parent.resolve("image");
        final Path point = Files.createDirectory(parent.resolve("disk"));
        assumeTrue(
                run("truncate", "-s", Long.toString(sizeBytes), image.toString())
                        && run("mkfs.ext4", "-q", image.toString()),
                "a file system can be made (mkfs.ext4)");
        return mount(point, "-o", "loop", image.toString(), point.toString());
    }

    private Path mount(final Path point, final String... options) throws Exception {
        final String[] command = new String[options.length + 1];
        command[0] = "mount";
        System.arraycopy(options, 0, command, 1, options.length);
        assumeTrue(run(command), "a file system of its own can be mounted: " + List.of(command));
        mounted.push(point);
        return point;
    }

    /** Runs a command. False if it fails, or there is none. */
    static boolean run(final String... command) throws Exception {
        try {
            final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            final String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            final boolean isFine = process.waitFor() == 0;
            if (!isFine) {
                System.err.println(List.of(command) + ": " + output.strip());
            }
            return isFine;
        } catch (final IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws Exception {
        while (!mounted.isEmpty()) {
            run("umount", "-l", mounted.pop().toString());
        }
    }
}
