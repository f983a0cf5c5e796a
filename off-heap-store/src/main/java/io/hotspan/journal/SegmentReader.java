package io.hotspan.journal;

import io.hotspan.block.BlockDecoder;
import io.hotspan.block.BlockDescriptor;
import io.hotspan.block.BlockKind;
import java.io.Closeable;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Reads the blocks of one segment, also while it is written: a scanner of Chronicle's file format
 * that believes nothing it has not checked.
 *
 * <p>After a damaged place it goes on with the next block that has a right checksum. It searches
 * from the end of the last good block, since a damaged length may have led it astray. A block
 * without a complete document header was not committed, and counts only if a committed one follows.
 */
final class SegmentReader implements Closeable {
    /** How far a segment that is still written is searched behind a damaged place. */
    private static final int LIVE_SEARCH_BYTES = 4 << 20;

    private static final int NONE = -1;
    private static final int ANY_LENGTH = -1;

    private final Path directory;
    private final SegmentName name;
    private final BlockDecoder decoder;
    private final FileWindow.Memory memory;
    private final DamageListener listener;
    private File file;
    private FileWindow window;
    private ReaderLease lease;

    /** Where the next document's header is expected. */
    private long position;

    /** Where the last good block ended. */
    private long verifiedEnd;

    /** Where the last good block's document header is. */
    private long blockPosition;

    /** LIVE until somebody has looked and found otherwise. */
    private SegmentState state = SegmentState.LIVE;

    private int blockLength;
    private long firstSequence = NONE;
    private boolean isDamaged;
    private boolean isFinished;

    SegmentReader(
            final Path journalDirectory,
            final SegmentName name,
            final BlockDecoder decoder,
            final FileWindow.Memory memory,
            final DamageListener listener) {
        this.directory = name.in(journalDirectory);
        this.name = name;
        this.decoder = decoder;
        this.memory = memory;
        this.listener = listener;
    }

    SegmentName name() {
        return name;
    }

    /** The file; the directory if there is none yet. */
    Path path() {
        return file == null ? directory : file.toPath();
    }

    /** Where in the file the last block is. */
    long blockPosition() {
        return blockPosition;
    }

    /** Bytes of the file that were read. */
    long sizeBytes() {
        return verifiedEnd;
    }

    /** Whether no further block will ever come. */
    boolean isFinished() {
        return isFinished;
    }

    /** Whether the segment was deleted before it was read to its end. */
    boolean isGone() {
        return state == SegmentState.GONE;
    }

    /**
     * Reads the next block into the decoder's.
     *
     * @return false if there is none now; there may be one later unless {@link #isFinished}
     */
    boolean next() {
        try {
            Outcome outcome = window == null && !open() ? Outcome.NOTHING : Outcome.AGAIN;
            while (outcome == Outcome.AGAIN && !isFinished) {
                outcome = advance();
            }
            if (isFinished) {
                letGo();
            }
            return outcome == Outcome.BLOCK;
        } catch (final IOException e) {
            throw new JournalException("cannot read " + path() + " (" + e.getMessage() + ")", e);
        }
    }

    private boolean open() throws IOException {
        file = Segments.dataFile(directory);
        if (file == null) {
            if (state == SegmentState.LIVE) {
                state = WriterLock.state(directory);
                return state != SegmentState.LIVE && open();
            }
            if (state == SegmentState.SEALED) {
                listener.onDamage(new Damage(directory, 0, "has no file with documents"));
            }
            isFinished = true;
            return false;
        }
        lease = ReaderLease.take(directory); // before the file is open, which it stands for
        try {
            window = new FileWindow(file, memory);
        } catch (final FileNotFoundException e) {
            if (file.exists()) {
                throw e;
            }
            state = SegmentState.GONE;
            isFinished = true;
        }
        return true;
    }

    private Outcome advance() throws IOException {
        final int header = window.intAt(position);
        if (!DocumentHeader.isComplete(header)) {
            return atEnd();
        }
        final int length = DocumentHeader.documentLength(header);
        if (DocumentHeader.isMetadata(header)) {
            if (position + DocumentHeader.LENGTH + length > window.fileLength()) {
                return atDamage("the file ends within metadata");
            }
            position = DocumentHeader.next(position, length);
            return Outcome.AGAIN;
        }
        String problem = read(position, length);
        if (problem != null) {
            // the header may have been stored after the rest was read
            window.forget();
            VarHandle.acquireFence();
            problem = read(position, length);
        }
        return problem == null ? accept(position) : atDamage(problem);
    }

    /** Reads the block of a document into the decoder's; answers what is wrong with it. */
    private String read(final long headerPosition, final int length) throws IOException {
        final long begin = headerPosition + DocumentHeader.LENGTH;
        final int prefix = window.offsetOf(begin, BlockDecoder.PREFIX_LENGTH);
        if (prefix == FileWindow.BEYOND_END) {
            return "the file ends within a block";
        }
        final int blockLength = BlockDecoder.length(window.bytes(), prefix);
        if (blockLength == BlockDecoder.NOT_A_BLOCK) {
            return "no block where one should be";
        }
        if (length != ANY_LENGTH && length != blockLength) {
            return "a block of " + blockLength + " bytes in a document of " + length;
        }
        final int offset = window.offsetOf(begin, blockLength);
        if (offset == FileWindow.BEYOND_END) {
            return "the file ends within a block";
        }
        final ByteBuffer bytes = window.bytes();
        if (!decoder.isIntact(bytes, offset, blockLength)) {
            return "a block's checksum is wrong";
        }
        JournalDirectory.checkVersion(path(), BlockDecoder.version(bytes, offset));
        final String problem = decoder.decode(bytes, offset, blockLength);
        if (problem == null && decoder.block().sessionId() != name.sessionId()) {
            return "a block of another session";
        }
        this.blockLength = blockLength;
        return problem;
    }

    private Outcome accept(final long headerPosition) throws IOException {
        blockPosition = headerPosition;
        position = DocumentHeader.next(headerPosition, blockLength);
        verifiedEnd = position;
        if (firstSequence == NONE) {
            firstSequence = decoder.block().sequence();
        }
        final BlockKind kind = decoder.block().kind();
        if (kind == BlockKind.FOOTER) {
            isFinished = true;
            checkNothingFollows();
            if (firstSequence != decoder.block().footerFirstSequence() && !isDamaged) {
                report(0, "the segment's first blocks are missing");
            }
        }
        return kind == null ? Outcome.AGAIN : Outcome.BLOCK; // null: of a later version
    }

    private void checkNothingFollows() throws IOException {
        // while it is being sealed, the file is still longer
        if (WriterLock.state(directory) == SegmentState.SEALED
                && window.fileLength() > verifiedEnd) {
            report(verifiedEnd, "something behind the footer");
        }
    }

    /** Nothing is here: the end, if nobody writes and nothing follows. */
    private Outcome atEnd() throws IOException {
        if (state == SegmentState.LIVE) {
            return whoWrites();
        }
        if (state == SegmentState.GONE) {
            isFinished = true;
            return Outcome.NOTHING;
        }
        return atDamage(state == SegmentState.SEALED ? "the segment's footer is missing" : null);
    }

    /** Looks for the next good block. Without a problem, it is no damage if there is none. */
    private Outcome atDamage(final String problem) throws IOException {
        final long fileLength = window.fileLength();
        final long limit =
                state == SegmentState.LIVE
                        ? Math.min(fileLength, position + LIVE_SEARCH_BYTES)
                        : fileLength;
        final long found = find(verifiedEnd, limit);
        if (found != NONE) {
            report(
                    found < position ? verifiedEnd : position,
                    (problem == null ? "no block where one should be" : problem)
                            + "; "
                            + (found - verifiedEnd)
                            + " bytes are skipped");
            return accept(found);
        }
        if (state == SegmentState.LIVE) {
            return whoWrites();
        }
        if (problem != null) {
            report(position, problem + "; nothing readable follows");
        }
        isFinished = true;
        return Outcome.NOTHING;
    }

    /** If the writer is gone, what it wrote last must be read once more. */
    private Outcome whoWrites() {
        state = WriterLock.state(directory);
        window.forget();
        return state == SegmentState.LIVE ? Outcome.NOTHING : Outcome.AGAIN;
    }

    /** Position of the document header of the next good block, which is then the decoder's. */
    private long find(final long from, final long limit) throws IOException {
        final int neededBytes = DocumentHeader.LENGTH + BlockDecoder.PREFIX_LENGTH;
        long uncommitted = NONE;
        long candidate = from; // anywhere: bytes may have come in, or gone
        while (candidate + neededBytes <= limit) {
            candidate = nextMagic(candidate, neededBytes);
            if (candidate + neededBytes > limit || read(candidate, ANY_LENGTH) != null) {
                candidate++;
            } else if (DocumentHeader.isComplete(window.intAt(candidate))) {
                if (uncommitted == NONE) {
                    return candidate;
                }
                read(uncommitted, ANY_LENGTH); // it was committed: its header is what is damaged
                return uncommitted;
            } else {
                uncommitted = uncommitted == NONE ? candidate : uncommitted;
                candidate = DocumentHeader.next(candidate, blockLength);
            }
        }
        return NONE;
    }

    /**
     * First place from a candidate on that has a block's magic, or where what is in memory ends.
     */
    private long nextMagic(final long candidate, final int neededBytes) throws IOException {
        final int begin = window.offsetOf(candidate, neededBytes);
        if (begin == FileWindow.BEYOND_END) {
            return Long.MAX_VALUE - neededBytes;
        }
        final int end = begin + window.availableFrom(candidate) - neededBytes;
        final ByteBuffer bytes = window.bytes();
        int offset = begin;
        while (offset <= end
                && bytes.getInt(offset + DocumentHeader.LENGTH) != BlockDescriptor.MAGIC) {
            offset++;
        }
        return candidate + (offset - begin);
    }

    private void report(final long offset, final String reason) {
        isDamaged = true;
        listener.onDamage(new Damage(path(), offset, reason));
    }

    private void letGo() throws IOException {
        if (lease != null) {
            final ReaderLease held = lease;
            lease = null;
            held.close();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (window != null) {
                window.close();
            }
        } finally {
            letGo();
        }
    }

    private enum Outcome {
        /** The decoder has the next block. */
        BLOCK,
        /** There is none now. */
        NOTHING,
        /** Not known yet. */
        AGAIN
    }
}
