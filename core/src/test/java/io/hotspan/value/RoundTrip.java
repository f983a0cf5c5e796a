package io.hotspan.value;

import java.util.HexFormat;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Encodes and decodes for tests. */
final class RoundTrip {
    private RoundTrip() {}

    /** What a reader sees of a value. */
    static Object of(final Object value) {
        return decode(new ValueEncoder(), value);
    }

    static Object decode(final ValueEncoder encoder, final Object value) {
        final int length = encoder.encode(value);
        return ValueDecoder.decode(encoder.buffer(), 0, length);
    }

    static byte[] bytesOf(final Object value) {
        final ValueEncoder encoder = new ValueEncoder();
        final byte[] bytes = new byte[encoder.encode(value)];
        encoder.buffer().getBytes(0, bytes);
        return bytes;
    }

    static String hexOf(final Object value) {
        return HexFormat.of().formatHex(bytesOf(value));
    }

    static DirectBuffer bufferOf(final String hex) {
        return new UnsafeBuffer(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    static Object decodeHex(final String hex) {
        final DirectBuffer buffer = bufferOf(hex);
        return ValueDecoder.decode(buffer, 0, buffer.capacity());
    }

    /** Parts of a value that were left out or failed. */
    static int cutCountOf(final Object value) {
        final ValueEncoder encoder = new ValueEncoder();
        encoder.encode(value);
        return encoder.lastCutCount();
    }
}
