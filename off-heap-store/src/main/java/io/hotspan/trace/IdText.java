package io.hotspan.trace;

import io.hotspan.model.SpanId;
import io.hotspan.model.TraceId;
import java.nio.ByteBuffer;
import java.util.Base64;

/** Ids as the spans of trace JSON have them: big-endian bytes in Base64. */
final class IdText {
    private static final int TRACE_BASE64_LENGTH = 24;
    private static final int SPAN_BASE64_LENGTH = 12;

    private IdText() {}

    static String traceBase64(final long high, final long low) {
        final byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String spanBase64(final long id) {
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(Long.BYTES).putLong(id).array());
    }

    /** Parses Base64, or the hex that MLflow 3.5.0 wrote. */
    static TraceId parseTrace(final String text) {
        if (text.length() != TRACE_BASE64_LENGTH) {
            return TraceId.parse(text);
        }
        final ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        if (bytes.remaining() != 2 * Long.BYTES) {
            throw new IllegalArgumentException("not the Base64 of a trace id: \"" + text + "\"");
        }
        return new TraceId(bytes.getLong(), bytes.getLong());
    }

    /** Parses Base64, or the hex that MLflow 3.5.0 wrote. */
    static long parseSpan(final String text) {
        if (text.length() != SPAN_BASE64_LENGTH) {
            return SpanId.parse(text);
        }
        final ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        if (bytes.remaining() != Long.BYTES) {
            throw new IllegalArgumentException("not the Base64 of a span id: \"" + text + "\"");
        }
        return bytes.getLong();
    }
}
