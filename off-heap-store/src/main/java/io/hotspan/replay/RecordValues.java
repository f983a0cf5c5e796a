package io.hotspan.replay;

import io.hotspan.value.MalformedValueException;
import io.hotspan.value.ValueDecoder;
import java.util.Collections;
import java.util.Map;
import org.agrona.DirectBuffer;

/** Reads values of which the record's type says what they must be. */
final class RecordValues {
    private RecordValues() {}

    /**
     * A text.
     *
     * @return null if the value is another one
     * @throws MalformedValueException if it is none
     */
    static String text(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        return ValueDecoder.decode(buffer, offset, lengthBytes) instanceof String text
                ? text
                : null;
    }

    /**
     * A map; an empty one if there are no bytes, or if the value is another one.
     *
     * @throws MalformedValueException if the bytes are no value
     */
    @SuppressWarnings("unchecked") // the decoder makes no maps with other keys
    static Map<String, Object> map(
            final DirectBuffer buffer, final int offset, final int lengthBytes) {
        return lengthBytes > 0
                        && ValueDecoder.decode(buffer, offset, lengthBytes) instanceof Map<?, ?> map
                ? (Map<String, Object>) map
                : Collections.emptyMap();
    }
}
