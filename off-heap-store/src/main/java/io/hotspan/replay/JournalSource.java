package io.hotspan.replay;

import io.hotspan.block.Block;
import io.hotspan.journal.DamageListener;
import io.hotspan.journal.JournalCursor;
import io.hotspan.journal.JournalReader;
import io.hotspan.recovery.SessionFile;
import java.nio.file.Path;
import java.util.List;

/** The blocks of a journal's directory. */
final class JournalSource implements BlockSource {
    private final Path directory;

    JournalSource(final Path directory) {
        this.directory = directory;
    }

    @Override
    public BlockCursor open(final DamageListener listener) {
        return new Cursor(JournalReader.open(directory, listener).cursor());
    }

    @Override
    public boolean fetch(final List<BlockPlace> places, final byte[] bytes) {
        return BlockFetcher.fetch(places, bytes);
    }

    @Override
    public boolean isOpen(final long sessionId) {
        return SessionFile.isThere(directory, sessionId);
    }

    private static final class Cursor implements BlockCursor {
        private final JournalCursor cursor;

        Cursor(final JournalCursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public Block next() {
            return cursor.next() ? cursor.block() : null;
        }

        @Override
        public BlockPlace place() {
            return new BlockPlace(cursor.file(), cursor.offset());
        }

        @Override
        public long bytesRead() {
            return cursor.bytesRead();
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
