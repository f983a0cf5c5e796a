package io.hotspan.replay;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.hotspan.record.TraceFactDescriptor;
import io.hotspan.trace.TraceState;
import io.hotspan.trace.TraceUpdates;
import io.hotspan.value.MalformedValueException;
import io.hotspan.value.ValueDecoder;
import org.agrona.DirectBuffer;

/**
 * A fact about a whole trace.
 *
 * @param kind see {@link TraceFactDescriptor}
 * @param key not null
 * @param value may be null
 */
record TraceFact(int kind, String key, String value) {
    /**
     * Reads the fact in a TRACE_FACT record whose lengths were checked.
     *
     * @return null if it holds other values than it must
     * @throws MalformedValueException if what it holds are no values
     */
    static TraceFact read(final DirectBuffer buffer, final int offset) {
        final int keyOffset = offset + TraceFactDescriptor.VALUE_OFFSET;
        final int lengthBytes =
                buffer.getInt(offset + TraceFactDescriptor.VALUE_LENGTH_OFFSET, LITTLE_ENDIAN);
        final int keyBytes = ValueDecoder.skip(buffer, keyOffset, lengthBytes);
        final Object key = ValueDecoder.decode(buffer, keyOffset, lengthBytes);
        final Object value =
                ValueDecoder.decode(buffer, keyOffset + keyBytes, lengthBytes - keyBytes);
        return key instanceof String keyText && (value == null || value instanceof String)
                ? new TraceFact(
                        buffer.getInt(offset + TraceFactDescriptor.KIND_OFFSET, LITTLE_ENDIAN),
                        keyText,
                        (String) value)
                : null;
    }

    /** The state that this fact gives the trace; null if it is of another kind. */
    TraceState state() {
        if (kind != TraceFactDescriptor.KIND_STATE) {
            return null;
        }
        for (final TraceState state : TraceState.values()) {
            if (state.name().equals(value)) {
                return state;
            }
        }
        return null;
    }

    /** Adds what the fact says, but for a state; null deletes, and no fact says nothing. */
    void applyTo(final TraceUpdates.Builder updates) {
        if (value == null) {
            return;
        }
        switch (kind) {
            case TraceFactDescriptor.KIND_TAG -> updates.tag(key, value);
            case TraceFactDescriptor.KIND_METADATA -> updates.metadata(key, value);
            case TraceFactDescriptor.KIND_REQUEST_PREVIEW -> updates.requestPreview(value);
            case TraceFactDescriptor.KIND_RESPONSE_PREVIEW -> updates.responsePreview(value);
            case TraceFactDescriptor.KIND_CLIENT_REQUEST_ID -> updates.clientRequestId(value);
            default -> {} // the state, or a kind of a later version
        }
    }
}
