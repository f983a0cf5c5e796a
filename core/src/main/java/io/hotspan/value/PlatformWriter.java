package io.hotspan.value;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Writes objects of the JDK's other classes. Wrappers are what they hold, points in time are
 * ISO-8601, and most others are what their {@code toString} gives.
 */
final class PlatformWriter {
    private final ValueWriter writer;
    private final MapWriter maps;

    PlatformWriter(final ValueWriter writer, final MapWriter maps) {
        this.writer = writer;
        this.maps = maps;
    }

    @SuppressWarnings("JavaUtilDate") // others' values are as they are
    void write(final Object value) {
        if (value instanceof Optional<?> optional) {
            writeContent(optional, optional.orElse(null));
        } else if (value instanceof Class<?> type) {
            writer.texts.write(type.getName());
        } else if (value instanceof Date date) {
            writer.texts.write(Instant.ofEpochMilli(date.getTime()).toString());
        } else if (value instanceof Calendar calendar) {
            writer.texts.write(calendar.toInstant().toString());
        } else if (value instanceof Map.Entry<?, ?> entry) {
            maps.writeEntry(entry);
        } else if (value instanceof ByteBuffer buffer) {
            writeBytes(buffer);
        } else if (!writeAtomic(value) && !writeOptionalNumber(value)) {
            writer.writeText(value);
        }
    }

    private boolean writeOptionalNumber(final Object value) {
        if (value instanceof OptionalInt optional) {
            writer.write(optional.isPresent() ? optional.getAsInt() : null);
        } else if (value instanceof OptionalLong optional) {
            writer.write(optional.isPresent() ? optional.getAsLong() : null);
        } else if (value instanceof OptionalDouble optional) {
            writer.write(optional.isPresent() ? optional.getAsDouble() : null);
        } else {
            return false;
        }
        return true;
    }

    private boolean writeAtomic(final Object value) {
        if (value instanceof AtomicBoolean atomic) {
            writer.out.putBoolean(atomic.get());
        } else if (value instanceof AtomicReference<?> atomic) {
            writeContent(atomic, atomic.get());
        } else if (value instanceof AtomicIntegerArray array) {
            writeContent(array, IntStream.range(0, array.length()).map(array::get).toArray());
        } else if (value instanceof AtomicLongArray array) {
            writeContent(array, IntStream.range(0, array.length()).mapToLong(array::get).toArray());
        } else if (value instanceof AtomicReferenceArray<?> array) {
            writeContent(array, IntStream.range(0, array.length()).mapToObj(array::get).toArray());
        } else {
            return false;
        }
        return true;
    }

    private void writeContent(final Object wrapper, final Object content) {
        if (writer.open(wrapper)) {
            writer.write(content);
            writer.close();
        }
    }

    private void writeBytes(final ByteBuffer buffer) {
        final int length = buffer.remaining();
        if (length > writer.out.room()) {
            writer.writeCut(Marks.bytesCut(length));
        } else {
            final byte[] bytes = new byte[length];
            buffer.get(buffer.position(), bytes); // leaves the buffer's position alone
            writer.writeBytes(bytes);
        }
    }
}
