package io.hotspan.journal;

import java.nio.file.Path;

/**
 * A process that reads a journal: the argument. It tells when it is in the first segment, goes on
 * when it is sent a line, and tells how much of that segment it has read, and how many others.
 */
final class ReadingProcess {
    private ReadingProcess() {}

    public static void main(final String[] arguments) throws Exception {
        try (JournalCursor cursor = JournalReader.open(Path.of(arguments[0])).cursor()) {
            cursor.next();
            final Path first = cursor.file();
            System.out.println("in");
            System.in.read();
            long end = 0;
            while (cursor.next() && cursor.file().equals(first)) {
                end = Math.max(end, cursor.block().endPosition());
            }
            System.out.println("end=" + end + " damages=" + cursor.damageCount());
            System.in.read();
        }
    }
}
