package io.hotspan.replay;

import java.nio.file.Path;

/**
 * Where a block lies.
 *
 * @param file not null
 * @param offset of the block within the file
 */
record BlockPlace(Path file, long offset) {}
