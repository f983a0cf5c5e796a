package io.hotspan.replay;

import io.hotspan.journal.DamageListener;
import java.util.List;

/** A journal as replay sees it: blocks that can be read from the start again and again. */
interface BlockSource {
    /**
     * Starts to read from the first block.
     *
     * @param listener hears of blocks that cannot be read
     */
    BlockCursor open(DamageListener listener);

    /**
     * Reads the contents of blocks once more, one behind the other.
     *
     * @param places blocks that a cursor of this source was at
     * @param bytes as long as all contents together
     * @return false if a block is not there any more
     */
    boolean fetch(List<BlockPlace> places, byte[] bytes);

    /** Whether more may come of a session: its writer lives, or left something to recover. */
    boolean isOpen(long sessionId);
}
