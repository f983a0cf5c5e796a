package io.hotspan.value;

import org.agrona.DirectBuffer;

/**
 * Reads what {@link ValueEncoder} wrote. It trusts no tag, length or depth: bytes that are not a
 * value give {@link MalformedValueException}, at a cost that is bounded by their number. Values are
 * nested at most {@link ValueLimits#MAX_DEPTH} deep. Stateless, for any thread.
 *
 * <p>Each method reads the one value that begins at the offset, and does not look at what follows
 * it.
 */
public final class ValueDecoder {
    private ValueDecoder() {}

    /**
     * Builds the value as objects: null, {@code Boolean}, {@code Long}, {@code Double}, {@code
     * BigInteger} or {@code BigDecimal} (a number without, or with, a point or exponent), {@code
     * String}, {@code byte[]}, unmodifiable {@code List<Object>}, and unmodifiable {@code
     * Map<String, Object>} in the order of its first writing, where null is a value and the last of
     * equal keys counts. Objects take up to some 50 times the bytes; {@link #accept} needs none.
     *
     * @param length bytes from the offset that belong to the value or follow it
     * @throws MalformedValueException if the bytes are not a value
     */
    public static Object decode(final DirectBuffer buffer, final int offset, final int length) {
        final ObjectBuilder builder = new ObjectBuilder();
        accept(buffer, offset, length, builder);
        return builder.result();
    }

    /**
     * Shows the value to a visitor, part by part.
     *
     * @param length bytes from the offset that belong to the value or follow it
     * @return bytes that the value takes
     * @throws MalformedValueException if the bytes are not a value; the visitor has then seen the
     *     parts before the damage
     */
    public static int accept(
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final ValueVisitor visitor) {
        return new ValueReader(buffer, offset, length, visitor).read();
    }

    /**
     * Finds where the value ends, without making anything of it.
     *
     * @param length bytes from the offset that belong to the value or follow it
     * @return bytes that the value takes
     * @throws MalformedValueException if the bytes are not a value
     */
    public static int skip(final DirectBuffer buffer, final int offset, final int length) {
        return accept(buffer, offset, length, SilentVisitor.INSTANCE);
    }
}
