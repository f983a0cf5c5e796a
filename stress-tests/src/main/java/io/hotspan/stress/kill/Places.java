package io.hotspan.stress.kill;

import java.nio.file.Path;

/**
 * Where the files of an iteration are.
 *
 * @param directory holds nothing else
 */
record Places(Path directory) {
    Path journal() {
        return directory.resolve("journal");
    }

    Path rings() {
        return directory.resolve("rings");
    }

    Path witness(final int writer) {
        return directory.resolve("witness-" + writer);
    }
}
