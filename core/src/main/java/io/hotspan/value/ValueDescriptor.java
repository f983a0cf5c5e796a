package io.hotspan.value;

/**
 * Layout of a value: one tag byte, then what the tag's form says. The high bits of the tag are its
 * form, which alone tells where the value ends; the low bits are its kind, or a small content.
 *
 * <pre>
 *   tag         form                            kinds
 *  +-----------+-------------------------------+--------------------------------------------+
 *  | 0x00-0x1F | nothing follows               | 00 END  01 null  02 false  03 true         |
 *  | 0x20-0x3F | varint                        | 20 long, zigzag                            |
 *  | 0x40-0x4F | 4 bytes                       | 40 float                                   |
 *  | 0x50-0x5F | 8 bytes                       | 50 double                                  |
 *  | 0x60-0x7F | varint length, length bytes   | 60 Latin-1 text  61 UTF-8 text             |
 *  |           |                               | 62 number (JSON text, ASCII)  63 bytes     |
 *  | 0x80-0x8F | values up to an END           | 80 list  81 map: key, value, key, value .. |
 *  | 0x90-0x9F | reserved: malformed           |                                            |
 *  | 0xA0-0xBF | nothing follows               | the long 0 to 31 in the low 5 bits         |
 *  | 0xC0-0xFF | length bytes                  | Latin-1 text, length in the low 6 bits     |
 *  +-----------+-------------------------------+--------------------------------------------+
 *
 *   {"x": 1, "y": 2.5}    81  C1 'x'  A1  C1 'y'  50 00 00 00 00 00 00 04 40  00
 * </pre>
 *
 * <p>Numbers are little-endian. A varint has 7 bits a byte, lowest first, the high bit set on all
 * bytes but the last. A map's keys are texts of these kinds, and may repeat: the last one counts. A
 * float stands for the double with the same shortest decimal text.
 *
 * <p>A reader that meets a kind it does not know, from a newer writer, still knows where it ends:
 * it skips it and gives a text that names the tag. So kinds are added without a new version; a new
 * form, or a new kind of key, is a new version of the record that holds the value. A zero byte
 * never begins a value.
 */
final class ValueDescriptor {
    static final int END = 0x00;
    static final int NULL = 0x01;
    static final int FALSE = 0x02;
    static final int TRUE = 0x03;

    static final int VARINT_FORM = 0x20;
    static final int LONG = VARINT_FORM;

    static final int FOUR_BYTES_FORM = 0x40;
    static final int FLOAT = FOUR_BYTES_FORM;

    static final int EIGHT_BYTES_FORM = 0x50;
    static final int DOUBLE = EIGHT_BYTES_FORM;

    static final int LENGTH_FORM = 0x60;
    static final int LATIN1 = LENGTH_FORM;
    static final int UTF8 = LENGTH_FORM + 1;
    static final int NUMBER = LENGTH_FORM + 2;
    static final int BYTES = LENGTH_FORM + 3;

    static final int CONTAINER_FORM = 0x80;
    static final int LIST = CONTAINER_FORM;
    static final int MAP = CONTAINER_FORM + 1;

    static final int RESERVED_FORM = 0x90;

    static final int SMALL_LONG_FORM = 0xA0;
    static final int MAX_SMALL_LONG = 0x1F;

    static final int SHORT_TEXT_FORM = 0xC0;
    static final int MAX_SHORT_TEXT = 0x3F;

    static final int MAX_VARINT_BYTES = 10;
    static final int MAX_LENGTH_BYTES = 5;

    private ValueDescriptor() {}
}
