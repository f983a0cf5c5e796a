package io.hotspan.journal;

import java.nio.file.Path;

/**
 * A place in a journal that is not as its writer left it. Reading goes on behind it.
 *
 * @param file the damaged file
 * @param offset first byte of the damage within the file
 * @param reason what is wrong, in words
 */
public record Damage(Path file, long offset, String reason) {
    @Override
    public String toString() {
        return file + ", offset " + offset + ": " + reason;
    }
}
