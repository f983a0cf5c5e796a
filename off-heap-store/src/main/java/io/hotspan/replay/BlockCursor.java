package io.hotspan.replay;

import io.hotspan.block.Block;

/** Goes through blocks. A cursor at the end may find more there later. Not thread-safe. */
interface BlockCursor extends AutoCloseable {
    /** The next block, valid until the next call; null if there is none now. */
    Block next();

    /** Where the block lies that was returned last. */
    BlockPlace place();

    /** Bytes of the journal that were gone through. */
    long bytesRead();

    @Override
    void close();
}
