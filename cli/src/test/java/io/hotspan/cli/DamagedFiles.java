package io.hotspan.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Does to the files of a journal what disks and copies do. */
final class DamagedFiles {
    private DamagedFiles() {}

    /** Cuts off the end of what was written: the footer, and a little of the block before it. */
    static void truncate(final Path journal) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(dataFile(journal).toFile(), "rw")) {
            file.setLength(lastWritten(file) - 100);
        }
    }

    /** Changes one byte in the middle of what was written. */
    static void flipByte(final Path journal) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(dataFile(journal).toFile(), "rw")) {
            final long offset = lastWritten(file) - 300;
            file.seek(offset);
            final int value = file.read();
            file.seek(offset);
            file.write(value ^ 0x55);
        }
    }

    static Path dataFile(final Path journal) throws IOException {
        try (Stream<Path> files = Files.walk(journal)) {
            final List<Path> found =
                    files.filter(file -> file.toString().endsWith(".cq4")).toList();
            return found.get(0);
        }
    }

    private static long lastWritten(final RandomAccessFile file) throws IOException {
        final byte[] bytes = new byte[(int) file.length()];
        file.readFully(bytes);
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }
}
