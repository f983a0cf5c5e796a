package io.hotspan.demo.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the text files of a folder, in the order of their paths. Passed over and counted is what
 * cannot be read, is no UTF-8 text or is too long; hidden folders and symbolic links are passed
 * over without a word.
 */
final class TextFiles extends SimpleFileVisitor<Path> {
    /** The longest file that is read. */
    static final int MAX_FILE_BYTES = 1 << 20;

    /** The index is in memory, so there is an end: what comes behind it is counted as skipped. */
    static final int MAX_TOTAL_BYTES = 32 << 20;

    private final List<TextFile> files = new ArrayList<>();
    private final Path folder;
    private final long maxTotalBytes;
    private long totalBytes;
    private int skippedCount;

    private TextFiles(final Path folder, final long maxTotalBytes) {
        this.folder = folder;
        this.maxTotalBytes = maxTotalBytes;
    }

    /**
     * Reads a folder and its subfolders.
     *
     * @throws IOException if the folder itself cannot be read
     */
    static Documents read(final Path folder) throws IOException {
        return read(folder, MAX_TOTAL_BYTES);
    }

    static Documents read(final Path folder, final long maxTotalBytes) throws IOException {
        final TextFiles reader = new TextFiles(folder, maxTotalBytes);
        // fails where the walk would pass over the folder, as over any that cannot be read
        try (DirectoryStream<Path> readable = Files.newDirectoryStream(folder)) {
            Files.walkFileTree(folder, reader);
        }
        reader.files.sort(Comparator.comparing(TextFile::docUri));
        return new Documents(reader.files, reader.skippedCount);
    }

    /** The text in UTF-8 bytes; null if they are something else. */
    static String decode(final byte[] bytes) {
        try {
            final String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.indexOf('\0') < 0 ? text : null;
        } catch (final CharacterCodingException e) {
            return null; // as announced: not text
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(
            final Path directory, final BasicFileAttributes attributes) {
        return !directory.equals(folder) && directory.getFileName().toString().startsWith(".")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
        if (!attributes.isSymbolicLink() && !add(file, attributes)) {
            skippedCount++;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(final Path file, final IOException failure) {
        skippedCount++;
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(final Path directory, final IOException failure) {
        return FileVisitResult.CONTINUE; // what could be listed is there
    }

    private boolean add(final Path file, final BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()
                || attributes.size() > MAX_FILE_BYTES
                || totalBytes + attributes.size() > maxTotalBytes) {
            return false;
        }
        try {
            final String text = decode(Files.readAllBytes(file));
            if (text == null) {
                return false;
            }
            totalBytes += attributes.size();
            files.add(new TextFile(file.normalize().toString(), text));
            return true;
        } catch (final IOException e) {
            return false; // counted by the caller
        }
    }
}
