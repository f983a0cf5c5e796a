package io.hotspan.value;

import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * Walks over one encoded value. A loop with a stack of its own: depth costs no calls, and every
 * length is compared with what is left before a byte is read or an array made.
 */
final class ValueReader {
    private static final byte LIST = 0;
    private static final byte MAP_KEY = 1;
    private static final byte MAP_VALUE = 2;
    private static final byte UNKNOWN = 3;

    private final DirectBuffer buffer;
    private final int start;
    private final int end;
    private int index;

    /** Who is told: the visitor, or nobody inside a container of an unknown kind. */
    private ValueVisitor told;

    private final ValueVisitor visitor;

    /** Depth of the unknown container that is being skipped, 0 for none. */
    private int unknownDepth;

    /** What is expected next in each open container; the innermost is at {@code depth - 1}. */
    private byte[] expected = new byte[16];

    private int depth;
    private byte[] text = new byte[64];

    ValueReader(
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final ValueVisitor visitor) {
        if (offset < 0 || length < 0 || offset > buffer.capacity() - length) {
            throw new MalformedValueException(
                    "value outside of its buffer",
                    "start="
                            + offset
                            + ", lengthBytes="
                            + length
                            + ", capacity="
                            + buffer.capacity(),
                    0);
        }
        this.buffer = buffer;
        this.start = offset;
        this.end = offset + length;
        this.index = offset;
        this.visitor = visitor;
        this.told = visitor;
    }

    /** Reads one whole value. Returns its length in bytes. */
    int read() {
        do {
            final int tag = readByte();
            if (tag == ValueDescriptor.END) {
                endContainer();
            } else if (depth == 0) {
                readValue(tag);
            } else if (expected[depth - 1] == MAP_KEY) {
                expected[depth - 1] = MAP_VALUE;
                readKey(tag);
            } else {
                if (expected[depth - 1] == MAP_VALUE) {
                    expected[depth - 1] = MAP_KEY;
                }
                readValue(tag);
            }
        } while (depth > 0);
        return index - start;
    }

    private void readValue(final int tag) {
        if (tag >= ValueDescriptor.SHORT_TEXT_FORM) {
            told.string(
                    readText(tag & ValueDescriptor.MAX_SHORT_TEXT, StandardCharsets.ISO_8859_1));
        } else if (tag >= ValueDescriptor.SMALL_LONG_FORM) {
            told.longValue(tag & ValueDescriptor.MAX_SMALL_LONG);
        } else if (tag >= ValueDescriptor.RESERVED_FORM) {
            throw malformed("reserved tag", "tag=" + tag, index - 1);
        } else if (tag >= ValueDescriptor.CONTAINER_FORM) {
            startContainer(tag);
        } else if (tag >= ValueDescriptor.LENGTH_FORM) {
            readSized(tag, readLength());
        } else {
            readFixed(tag);
        }
    }

    private void readFixed(final int tag) {
        if (tag >= ValueDescriptor.EIGHT_BYTES_FORM) {
            final int at = take(Double.BYTES);
            if (tag == ValueDescriptor.DOUBLE) {
                finite(buffer.getDouble(at, ByteOrder.LITTLE_ENDIAN), at);
            } else {
                unknown(tag);
            }
        } else if (tag >= ValueDescriptor.FOUR_BYTES_FORM) {
            final int at = take(Float.BYTES);
            if (tag == ValueDescriptor.FLOAT) {
                final float value = buffer.getFloat(at, ByteOrder.LITTLE_ENDIAN);
                finite(Double.parseDouble(Float.toString(value)), at);
            } else {
                unknown(tag);
            }
        } else if (tag >= ValueDescriptor.VARINT_FORM) {
            final long bits = readVarint();
            if (tag == ValueDescriptor.LONG) {
                told.longValue(bits >>> 1 ^ -(bits & 1));
            } else {
                unknown(tag);
            }
        } else if (tag == ValueDescriptor.NULL) {
            told.nullValue();
        } else if (tag == ValueDescriptor.FALSE || tag == ValueDescriptor.TRUE) {
            told.booleanValue(tag == ValueDescriptor.TRUE);
        } else {
            unknown(tag);
        }
    }

    private void finite(final double value, final int at) {
        if (!Double.isFinite(value)) {
            throw malformed("number not finite", "value=" + value, at);
        }
        told.doubleValue(value);
    }

    private void readSized(final int tag, final int length) {
        if (tag == ValueDescriptor.LATIN1) {
            told.string(readText(length, StandardCharsets.ISO_8859_1));
        } else if (tag == ValueDescriptor.UTF8) {
            told.string(readText(length, StandardCharsets.UTF_8));
        } else if (tag == ValueDescriptor.NUMBER) {
            readNumber(length);
        } else if (tag == ValueDescriptor.BYTES) {
            readBytes(length);
        } else {
            index += length;
            unknown(tag);
        }
    }

    private void readNumber(final int length) {
        final int at = index;
        if (length > ValueLimits.MAX_NUMBER_CHARS) {
            throw malformed(
                    "number too long",
                    "lengthBytes=" + length + ", max=" + ValueLimits.MAX_NUMBER_CHARS,
                    at);
        }
        final String number = readText(length, StandardCharsets.ISO_8859_1);
        if (told == SilentVisitor.INSTANCE) {
            return;
        }
        if (!NumberText.isNumber(number)) {
            throw malformed("text is not a number", "lengthBytes=" + length, at);
        }
        told.numberText(number);
    }

    private void readBytes(final int length) {
        final int at = take(length);
        if (told != SilentVisitor.INSTANCE) {
            final byte[] bytes = new byte[length];
            buffer.getBytes(at, bytes, 0, length);
            told.bytes(bytes);
        }
    }

    private void readKey(final int tag) {
        if (tag >= ValueDescriptor.SHORT_TEXT_FORM) {
            told.key(readText(tag & ValueDescriptor.MAX_SHORT_TEXT, StandardCharsets.ISO_8859_1));
        } else if (tag == ValueDescriptor.LATIN1) {
            told.key(readText(readLength(), StandardCharsets.ISO_8859_1));
        } else if (tag == ValueDescriptor.UTF8) {
            told.key(readText(readLength(), StandardCharsets.UTF_8));
        } else {
            throw malformed("map key is not a text", "tag=" + tag, index - 1);
        }
    }

    private void startContainer(final int tag) {
        if (depth == ValueLimits.MAX_DEPTH) {
            throw malformed("nested too deep", "max=" + ValueLimits.MAX_DEPTH, index - 1);
        }
        if (depth == expected.length) {
            expected = Arrays.copyOf(expected, 2 * depth);
        }
        depth++;
        if (tag == ValueDescriptor.LIST) {
            expected[depth - 1] = LIST;
            told.startList();
        } else if (tag == ValueDescriptor.MAP) {
            expected[depth - 1] = MAP_KEY;
            told.startMap();
        } else {
            expected[depth - 1] = UNKNOWN;
            unknown(tag);
            if (unknownDepth == 0) {
                unknownDepth = depth;
                told = SilentVisitor.INSTANCE;
            }
        }
    }

    private void endContainer() {
        if (depth == 0) {
            throw malformed("end of a container that was not begun", "tag=0", index - 1);
        }
        final byte state = expected[depth - 1];
        if (state == LIST) {
            told.endList();
        } else if (state == MAP_KEY) {
            told.endMap();
        } else if (state == MAP_VALUE) {
            throw malformed("map key without a value", "tag=0", index - 1);
        } else if (depth == unknownDepth) {
            unknownDepth = 0;
            told = visitor;
        }
        depth--;
    }

    private void unknown(final int tag) {
        told.string("<unknown kind of value: tag " + tag + ">");
    }

    private String readText(final int length, final Charset charset) {
        final int at = take(length);
        if (told == SilentVisitor.INSTANCE) {
            return "";
        }
        if (length > text.length) {
            text = new byte[length];
        }
        buffer.getBytes(at, text, 0, length);
        return new String(text, 0, length, charset);
    }

    private int readLength() {
        final int at = index;
        final long length = readVarint();
        if (length < 0 || length > end - index) {
            throw malformed(
                    "length beyond the end of the value",
                    "lengthBytes=" + Long.toUnsignedString(length) + ", left=" + (end - index),
                    at);
        }
        return (int) length;
    }

    private long readVarint() {
        long value = 0;
        for (int shift = 0; shift < 7 * ValueDescriptor.MAX_VARINT_BYTES; shift += 7) {
            final int bits = readByte();
            value |= (bits & 0x7FL) << shift;
            if (bits < 0x80) {
                return value;
            }
        }
        throw malformed("varint too long", "max=" + ValueDescriptor.MAX_VARINT_BYTES, index);
    }

    private int readByte() {
        return buffer.getByte(take(1)) & 0xFF;
    }

    /** Steps over a number of bytes. Returns where they begin. */
    private int take(final int length) {
        if (length > end - index) {
            throw malformed(
                    "value ends early", "needed=" + length + ", left=" + (end - index), index);
        }
        final int at = index;
        index += length;
        return at;
    }

    private MalformedValueException malformed(final String rule, final String value, final int at) {
        return new MalformedValueException(rule, value, at - start);
    }
}
