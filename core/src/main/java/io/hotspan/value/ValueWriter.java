package io.hotspan.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out what a value is, most likely kinds first, and has it written. Code of the value's class
 * (accessors, iterators, {@code toString}) may throw anything: what was written of the value is
 * then taken back, or ended, and a mark says so. {@link #write} itself fails only without stack or
 * memory.
 */
final class ValueWriter {
    final ScratchBuffer out = new ScratchBuffer();
    final TextWriter texts = new TextWriter(out);
    private final Ancestors ancestors = new Ancestors();
    private final ListWriter lists = new ListWriter(this);
    private final MapWriter maps = new MapWriter(this);
    private final NumberWriter numbers = new NumberWriter(this);
    private final ArrayWriter arrays = new ArrayWriter(this, numbers);
    private final PlatformWriter platform = new PlatformWriter(this, maps);
    private final ObjectWriter objects = new ObjectWriter(this);

    void reset() {
        out.reset();
        ancestors.reset();
    }

    void forgetValue() {
        ancestors.reset();
    }

    /** Writes one value, whatever it is: whole, in part and marked, or a mark in its place. */
    void write(final Object value) {
        final int start = out.length;
        final int depth = ancestors.depth();
        final int beanDepth = ancestors.beanDepth();
        try {
            if (value == null) {
                out.putNull();
            } else {
                writeKind(value, value.getClass());
            }
        } catch (final Throwable t) {
            out.length = start;
            ancestors.closeTo(depth, beanDepth);
            writeFailure(t, value);
        }
    }

    private void writeKind(final Object value, final Class<?> type) {
        if (type == String.class) {
            texts.write((String) value);
        } else if (type == Long.class) {
            out.putLong((Long) value);
        } else if (type == Integer.class) {
            out.putLong((Integer) value);
        } else if (type == Double.class) {
            numbers.write((double) (Double) value);
        } else if (type == Boolean.class) {
            out.putBoolean((Boolean) value);
        } else if (type == HashMap.class || type == LinkedHashMap.class) {
            maps.write((HashMap<?, ?>) value, type);
        } else if (type == ArrayList.class) {
            lists.writeIndexed((ArrayList<?>) value);
        } else {
            writePlanned(value, type);
        }
    }

    private void writePlanned(final Object value, final Class<?> type) {
        final Object plan = ClassPlan.of(type);
        switch (ClassPlan.kindOf(plan)) {
            case MAP -> maps.write((Map<?, ?>) value, type);
            case INDEXED -> lists.writeIndexed((List<?>) value);
            case ITERABLE -> lists.write((Iterable<?>) value);
            case ARRAY -> arrays.write(value);
            case ENUM -> texts.write(((Enum<?>) value).name());
            case NUMBER -> numbers.write((Number) value);
            case THROWABLE -> objects.writeThrowable((Throwable) value);
            case PLATFORM -> platform.write(value);
            case RECORD -> objects.writeRecord(value, (ClassPlan) plan);
            case BEAN -> objects.writeBean(value, (ClassPlan) plan);
            case OPAQUE -> texts.write(Marks.opaque(value));
            case TEXT -> writeText(value);
        }
    }

    /** Writes what {@code toString} gives, unless it is the one of {@code Object}. */
    void writeText(final Object value) {
        final String text = textOf(value);
        if (text == null) {
            out.putNull();
        } else {
            texts.write(text);
        }
    }

    static String textOf(final Object value) {
        final String text = value.toString();
        return isDefault(text, value) ? Marks.opaque(value) : text;
    }

    private static boolean isDefault(final String text, final Object value) {
        final String name = value.getClass().getName();
        return text != null
                && text.length() > name.length()
                && text.charAt(name.length()) == '@'
                && text.equals(name.concat("@").concat(Integer.toHexString(value.hashCode())));
    }

    void writeKey(final Object key) {
        if (key instanceof String text) {
            texts.write(text);
        } else {
            texts.write(keyText(key));
        }
    }

    private String keyText(final Object key) {
        if (key instanceof Enum<?> constant) {
            return constant.name();
        }
        if (key instanceof Class<?> type) {
            return type.getName();
        }
        try {
            return key == null ? "null" : String.valueOf(textOf(key));
        } catch (final Throwable t) {
            return failure(t, key);
        }
    }

    void writeBytes(final byte[] source) {
        if (source.length > out.room()) {
            writeCut(Marks.bytesCut(source.length));
        } else {
            out.putSizedTag(ValueDescriptor.BYTES, source.length);
            System.arraycopy(source, 0, out.bytes, out.length, source.length);
            out.length += source.length;
        }
    }

    /**
     * Opens a container or a wrapper, unless it is inside itself or too deep; then a mark is
     * written. Opened ones are closed by {@link #close}.
     */
    boolean open(final Object container) {
        if (ancestors.isDeepest()) {
            writeCut(
                    ancestors.depth() < ValueLimits.MAX_DEPTH ? Marks.STACK_ENDED : Marks.TOO_DEEP);
            return false;
        }
        if (ancestors.contains(container)) {
            writeCut(Marks.cycle(container));
            return false;
        }
        ancestors.open(container);
        return true;
    }

    void close() {
        ancestors.close();
    }

    boolean openBean(final Object bean) {
        if (ancestors.isDeepestBean()) {
            writeCut(Marks.TOO_DEEP_BEANS);
            return false;
        }
        if (!open(bean)) {
            return false;
        }
        ancestors.openBean();
        return true;
    }

    void closeBean() {
        ancestors.closeBean();
        close();
    }

    void writeCut(final String mark) {
        out.cutCount++;
        texts.write(mark);
    }

    void writeFailure(final Throwable failure, final Object subject) {
        texts.write(failure(failure, subject));
    }

    /** Counts a failure, and keeps what it tells others: an interrupt stays an interrupt. */
    private String failure(final Throwable failure, final Object subject) {
        out.cutCount++;
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        } else if (failure instanceof StackOverflowError) {
            ancestors.stackEnded();
        }
        return Marks.failed(failure, subject);
    }

    /** Ends a list or map after something threw in the midst of it. */
    void keepUpTo(final int length, final int depth, final int beanDepth) {
        out.length = length;
        ancestors.closeTo(depth, beanDepth);
    }

    int depth() {
        return ancestors.depth();
    }

    int beanDepth() {
        return ancestors.beanDepth();
    }
}
