package io.hotspan.drain;

import io.hotspan.ring.OutsizeValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.agrona.concurrent.UnsafeBuffer;

/** Copies values that were too long for a ring from their files to a sink, part by part. */
public final class OutsizeCopier {
    private static final int PART_BYTES = 1 << 16;

    private final BlockSink sink;
    private final ByteBuffer part = ByteBuffer.allocateDirect(PART_BYTES);
    private final UnsafeBuffer partBuffer = new UnsafeBuffer(part);
    private long copyingId;
    private long copiedBytes;

    /** Copies into a sink. */
    public OutsizeCopier(final BlockSink sink) {
        this.sink = sink;
    }

    /**
     * Stores one value. One that was refused is continued where it stopped. What of its file is
     * gone, or cannot be read, is left out: the records behind it must not wait for it.
     *
     * @throws UncheckedIOException if the sink refused
     */
    public void copy(final long sessionId, final OutsizeValues.Pending value) {
        if (value.valueId() != copyingId) {
            copyingId = value.valueId();
            copiedBytes = 0;
        }
        try (FileChannel file = FileChannel.open(value.file(), StandardOpenOption.READ)) {
            while (copiedBytes < value.lengthBytes() && readPart(file)) {
                final int lengthBytes = part.position();
                sink.value(
                        sessionId,
                        value.valueId(),
                        value.lengthBytes(),
                        copiedBytes,
                        partBuffer,
                        0,
                        lengthBytes);
                copiedBytes += lengthBytes;
            }
        } catch (final IOException e) {
            System.getLogger("io.hotspan")
                    .log(Level.WARNING, "a large value is lost: cannot read " + value.file(), e);
        }
    }

    private boolean readPart(final FileChannel file) throws IOException {
        part.clear();
        return file.read(part, copiedBytes) > 0;
    }
}
