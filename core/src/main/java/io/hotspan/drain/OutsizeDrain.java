package io.hotspan.drain;

import io.hotspan.ring.OutsizeValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.agrona.concurrent.UnsafeBuffer;

/** Moves values that were too long for a ring from their files to the sink, part by part. */
public final class OutsizeDrain {
    private static final int PART_BYTES = 1 << 16;

    private final OutsizeValues values;
    private final BlockSink sink;
    private final ByteBuffer part = ByteBuffer.allocateDirect(PART_BYTES);
    private final UnsafeBuffer partBuffer = new UnsafeBuffer(part);

    OutsizeDrain(final OutsizeValues values, final BlockSink sink) {
        this.values = values;
        this.sink = sink;
    }

    /**
     * Stores every value that waits. A value whose file is gone is stored as far as it can be read.
     */
    void drain(final long sessionId) {
        OutsizeValues.Pending next;
        while ((next = values.peek()) != null) {
            store(sessionId, next);
            values.remove();
        }
    }

    /**
     * Stores one value.
     *
     * @throws UncheckedIOException if it could not be read or stored
     */
    void store(final long sessionId, final OutsizeValues.Pending value) {
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
