package io.hotspan.replay;

import io.hotspan.block.Block;
import io.hotspan.block.BlockDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Reads single blocks of segment files, whose place is known from an earlier pass. */
final class BlockFetcher {
    /** Length of the header that Chronicle puts before each document. */
    private static final int DOCUMENT_HEADER_LENGTH = Integer.BYTES;

    private final BlockDecoder decoder = new BlockDecoder();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    private BlockFetcher() {}

    /**
     * Reads the contents of blocks, one behind the other.
     *
     * @return false if they are not there any more, or not of the same length together
     */
    static boolean fetch(final List<BlockPlace> places, final byte[] bytes) {
        final BlockFetcher fetcher = new BlockFetcher();
        int done = 0;
        int next = 0;
        while (next < places.size()) {
            final Path file = places.get(next).file();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                for (; next < places.size() && places.get(next).file().equals(file); next++) {
                    final Block block = fetcher.read(channel, places.get(next).offset());
                    if (block == null || block.contentLength() > bytes.length - done) {
                        return false;
                    }
                    block.content()
                            .getBytes(block.contentIndex(), bytes, done, block.contentLength());
                    done += block.contentLength();
                }
            } catch (final IOException e) {
                return false; // retention has deleted it
            }
        }
        return done == bytes.length;
    }

    /** The block whose document begins at an offset; null if there is none. */
    private Block read(final FileChannel channel, final long offset) throws IOException {
        final long begin = offset + DOCUMENT_HEADER_LENGTH;
        if (!fill(channel, begin, BlockDecoder.PREFIX_LENGTH)) {
            return null;
        }
        final int length = BlockDecoder.length(buffer, 0);
        return length != BlockDecoder.NOT_A_BLOCK
                        && fill(channel, begin, length)
                        && decoder.isIntact(buffer, 0, length)
                        && decoder.decode(buffer, 0, length) == null
                ? decoder.block()
                : null;
    }

    private boolean fill(final FileChannel channel, final long position, final int lengthBytes)
            throws IOException {
        if (buffer.capacity() < lengthBytes) {
            buffer = ByteBuffer.allocateDirect(lengthBytes).order(ByteOrder.LITTLE_ENDIAN);
        }
        buffer.clear().limit(lengthBytes);
        long at = position;
        while (buffer.hasRemaining()) {
            final int read = channel.read(buffer, at);
            if (read < 0) {
                return false;
            }
            at += read;
        }
        return true;
    }
}
