package io.hotspan.value;

import io.hotspan.model.Document;
import org.agrona.DirectBuffer;

/**
 * Turns any object into bytes, as it is at the moment of the call. What it takes apart: maps,
 * collections, iterables, arrays, records (components in order), beans (public accessors, or public
 * fields if there are none, by name), optionals, atomics, throwables (type and message). What it
 * takes as text: enums (their names), times (ISO-8601), and all else that has a {@code toString}.
 * What it does not ask for its content, since that would use it up or run something, is the name of
 * its class: streams, iterators, suppliers, lambdas, futures, whatever is to be closed.
 *
 * <p>It throws for no value. What cannot be had, ends never, is inside itself or too large is a
 * text that says so ({@code <failed: …>}, {@code <cut: …>}, {@code <cycle: …>}) and counts in
 * {@link #lastCutCount()}; the limits are {@link ValueLimits}. Whatever a value's own code throws
 * is dealt with in this way, errors of the virtual machine included; an {@code
 * InterruptedException} sets the thread's interrupt flag again.
 *
 * <p>For one thread at a time. A value whose own code encodes values with the same encoder does no
 * harm. Null, booleans, numbers, strings, and array lists and hash maps of these are encoded
 * without allocation, once the encoder has grown to their size.
 */
public final class ValueEncoder {
    static {
        // A class whose initialisation meets the end of a stack is broken for good: do it here.
        ClassPlan.of(Document.class);
    }

    private final ValueWriter writer = new ValueWriter();

    /** Where the last result is: the own scratch, or that of an encoding inside the running one. */
    private ScratchBuffer result = writer.out;

    private int runningCount;

    /** An encoder with a small scratch of its own. */
    public ValueEncoder() {}

    /**
     * Encodes a value into {@link #buffer()}, from index 0 on.
     *
     * @param value anything, null included
     * @return length in bytes, at least 1 and at most {@link ValueLimits#MAX_VALUE_BYTES}
     */
    public int encode(final Object value) {
        if (runningCount > 0) {
            return encodeInside(value);
        }
        final ScratchBuffer out = writer.out;
        runningCount++;
        try {
            writer.reset();
            writer.write(value);
        } catch (final Throwable t) {
            // No stack or no memory, not even for a mark. This one fits in any scratch.
            out.length = 0;
            out.cutCount++;
            out.putShortText(Marks.FAILED_KEY);
        } finally {
            writer.forgetValue();
            runningCount--;
        }
        result = out;
        return out.length;
    }

    /** Called by a value's own code. Its caller is done with the result before we go on. */
    private int encodeInside(final Object value) {
        if (runningCount == ValueLimits.MAX_NESTED_ENCODINGS) {
            return encodeElsewhere(Marks.ENCODED_INSIDE_ITSELF, 1);
        }
        return encodeElsewhere(value, 0);
    }

    private int encodeElsewhere(final Object value, final int cutCount) {
        final ValueEncoder other = new ValueEncoder();
        runningCount++;
        try {
            other.encode(value);
        } finally {
            runningCount--;
        }
        result = other.result;
        result.cutCount += cutCount;
        return result.length;
    }

    /**
     * The bytes of the last value. Valid until the next {@link #encode} or {@link #release}; not
     * the same object after each.
     */
    public DirectBuffer buffer() {
        return result.view();
    }

    /**
     * Parts of the last value that are not in its bytes: cut by a limit, failed, or inside
     * themselves. 0 when it was taken whole.
     */
    public int lastCutCount() {
        return result.cutCount;
    }

    /**
     * Gives back memory that only a large value needed, once its bytes were copied. The next {@link
     * #encode} does so too.
     */
    public void release() {
        result = writer.out;
        if (runningCount == 0) {
            writer.out.release();
        }
    }
}
