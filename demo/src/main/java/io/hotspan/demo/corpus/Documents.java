package io.hotspan.demo.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Documents that were read, and how many files were not.
 *
 * @param files not null
 * @param skippedCount files that are not text, are too long or cannot be read
 */
public record Documents(List<TextFile> files, int skippedCount) {
    public Documents {
        files = List.copyOf(files);
    }

    /**
     * Reads all text files of a folder and its subfolders; hidden ones are left out.
     *
     * @throws IOException if the folder cannot be read
     */
    public static Documents ofFolder(final Path folder) throws IOException {
        return TextFiles.read(folder);
    }

    /** These and the others. */
    public Documents and(final Documents others) {
        final List<TextFile> all = new ArrayList<>(files);
        all.addAll(others.files);
        return new Documents(all, skippedCount + others.skippedCount);
    }
}
