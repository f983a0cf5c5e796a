package io.hotspan.drain;

import io.hotspan.ring.OutsizeValues;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    public OutsizeCopier(final BlockSink sink) {
        this.sink = sink;
    }

    /**
     * Stores one value.
     *
     * @throws UncheckedIOException if it could not be read or stored
     */
    public void copy(final long sessionId, final OutsizeValues.Pending value) {
        try (FileChannel file = FileChannel.open(value.file(), StandardOpenOption.READ)) {
            long offset = 0;
            while (offset < value.lengthBytes()) {
                part.clear();
                final int lengthBytes = file.read(part, offset);
                if (lengthBytes < 0) {
                    break;
                }
                sink.value(
                        sessionId,
                        value.valueId(),
                        value.lengthBytes(),
                        offset,
                        partBuffer,
                        0,
                        lengthBytes);
                offset += lengthBytes;
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot read outsize value " + value.file(), e);
        }
    }
}
