package io.hotspan.benchmarks.peers;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.ByteBufferDestination;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** Formats each line into a buffer, counts it and discards it. */
final class DiscardingAppender extends AbstractAppender implements ByteBufferDestination {
    private static final int BUFFER_BYTES = 1 << 16;

    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final AtomicLong lines = new AtomicLong();

    DiscardingAppender() {
        super(
                "discard",
                null,
                PatternLayout.newBuilder().setPattern("%d %p %c{1} [%t] %m%n").build(),
                false,
                Property.EMPTY_ARRAY);
    }

    @Override
    public void append(final LogEvent event) {
        getLayout().encode(event, this);
        lines.lazySet(lines.get() + 1); // one thread appends
    }

    long lines() {
        return lines.get();
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return buffer;
    }

    @Override
    public ByteBuffer drain(final ByteBuffer full) {
        full.clear();
        return full;
    }

    @Override
    public void writeBytes(final ByteBuffer data) {
        data.position(data.limit());
    }

    @Override
    public void writeBytes(final byte[] data, final int offset, final int length) {
        // discarded
    }
}
