package io.hotspan.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * Writes numbers. NaN and the infinities are the texts "NaN", "Infinity" and "-Infinity"; a number
 * of a class that the platform does not have is the text that it gives.
 */
final class NumberWriter {
    private final ValueWriter writer;
    private final ScratchBuffer out;

    NumberWriter(final ValueWriter writer) {
        this.writer = writer;
        this.out = writer.out;
    }

    void write(final double value) {
        if (Double.isFinite(value)) {
            out.putDouble(value);
        } else {
            writer.texts.write(Double.toString(value));
        }
    }

    void write(final float value) {
        if (Float.isFinite(value)) {
            out.putFloat(value);
        } else {
            writer.texts.write(Float.toString(value));
        }
    }

    void write(final Number number) {
        final Class<?> type = number.getClass();
        if (type == Float.class) {
            write((float) (Float) number);
        } else if (type == Short.class || type == Byte.class || isWhole(type)) {
            out.putLong(number.longValue());
        } else if (type == DoubleAdder.class || type == DoubleAccumulator.class) {
            write(number.doubleValue());
        } else if (type == BigInteger.class) {
            writeBigInteger((BigInteger) number);
        } else if (type == BigDecimal.class) {
            writeBigDecimal((BigDecimal) number);
        } else {
            writer.writeText(number);
        }
    }

    private static boolean isWhole(final Class<?> type) {
        return type == AtomicInteger.class
                || type == AtomicLong.class
                || type == LongAdder.class
                || type == LongAccumulator.class;
    }

    private void writeBigInteger(final BigInteger number) {
        if (number.bitLength() < Long.SIZE) {
            out.putLong(number.longValue());
        } else if (number.bitLength() > ValueLimits.MAX_NUMBER_BITS) {
            writer.writeCut(Marks.bitsCut(number, number.bitLength()));
        } else {
            writeNumberText(number.toString());
        }
    }

    private void writeBigDecimal(final BigDecimal number) {
        final int bits = number.unscaledValue().bitLength();
        if (bits > ValueLimits.MAX_NUMBER_BITS) {
            writer.writeCut(Marks.bitsCut(number, bits));
        } else {
            writeNumberText(number.toString());
        }
    }

    private void writeNumberText(final String text) {
        if (NumberText.isNumber(text)) {
            out.putLongText(ValueDescriptor.NUMBER, text);
        } else {
            writer.texts.write(text);
        }
    }
}
