package io.hotspan.tracing;

import io.hotspan.model.SpanId;
import io.hotspan.recording.SpanContext;

/**
 * The header {@code traceparent}. Source: W3C Trace Context, level 2: of the flags only "sampled"
 * is read, other bits are accepted; of later versions the known fields are read. A {@code
 * tracestate} goes with it.
 */
final class TraceParent {
    static final String TRACEPARENT = "traceparent";
    static final String TRACESTATE = "tracestate";

    private static final int TRACE_ID_INDEX = 3;
    private static final int SPAN_ID_INDEX = 36;
    private static final int FLAGS_INDEX = 53;
    private static final int LENGTH = 55;
    private static final int SAMPLED_FLAG = 1;

    /** Of a {@code tracestate}: each with a key and a value of 256 characters, and a comma. */
    private static final int MAX_MEMBERS = 32;

    private static final int MAX_TRACE_STATE_LENGTH = MAX_MEMBERS * (256 + 1 + 256 + 1);

    private TraceParent() {}

    static String format(final SpanContext context) {
        return "00-"
                + SpanId.hex(context.traceHigh())
                + SpanId.hex(context.traceLow())
                + "-"
                + SpanId.hex(context.spanId())
                + (context.sampled() ? "-01" : "-00");
    }

    /** The context that a header tells; null if it is malformed. */
    static SpanContext parse(final String header, final String traceState) {
        final String text = header.strip();
        if (text.length() < LENGTH
                || text.charAt(TRACE_ID_INDEX - 1) != '-'
                || text.charAt(SPAN_ID_INDEX - 1) != '-'
                || text.charAt(FLAGS_INDEX - 1) != '-') {
            return null;
        }
        final long version = hex(text, 0, 2);
        final boolean lengthFits =
                version == 0
                        ? text.length() == LENGTH
                        : text.length() == LENGTH || text.charAt(LENGTH) == '-';
        final long flags = hex(text, FLAGS_INDEX, LENGTH);
        if (version < 0 || version == 0xFF || flags < 0 || !lengthFits || !isHex(text)) {
            return null;
        }
        final long traceHigh = Long.parseUnsignedLong(text, TRACE_ID_INDEX, 19, 16);
        final long traceLow = Long.parseUnsignedLong(text, 19, SPAN_ID_INDEX - 1, 16);
        final long spanId = Long.parseUnsignedLong(text, SPAN_ID_INDEX, FLAGS_INDEX - 1, 16);
        if ((traceHigh | traceLow) == 0 || spanId == 0) {
            return null;
        }
        return SpanContext.remote(
                traceHigh,
                traceLow,
                spanId,
                (flags & SAMPLED_FLAG) != 0,
                traceState == null ? "" : keptOf(traceState));
    }

    /**
     * What goes on of a header {@code "tracestate"}: nothing if it is longer than the specification
     * allows, or has characters that no header may have, since the carrier that it is injected into
     * would refuse it, or be led to send other headers.
     */
    private static String keptOf(final String traceState) {
        final String text = traceState.strip();
        int members = 1;
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            members += c == ',' ? 1 : 0;
            if (c != '\t' && (c < ' ' || c > '~')) {
                return "";
            }
        }
        final boolean fits = members <= MAX_MEMBERS && text.length() <= MAX_TRACE_STATE_LENGTH;
        return fits ? text : "";
    }

    private static boolean isHex(final String text) {
        for (int i = TRACE_ID_INDEX; i < FLAGS_INDEX - 1; i++) {
            if (i != SPAN_ID_INDEX - 1 && digit(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static long hex(final String text, final int from, final int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            final int digit = digit(text.charAt(i));
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** The specification allows lower case only. */
    private static int digit(final char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }
}
