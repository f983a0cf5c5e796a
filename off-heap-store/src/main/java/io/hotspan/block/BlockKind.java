package io.hotspan.block;

/** What a block holds. Readers skip blocks of a kind that they do not know. */
public enum BlockKind {
    /** First block of a segment: text lines {@code key=value} about the writer. */
    SEGMENT_HEADER(1),
    /** Texts and, by their order, their ids. */
    SYMBOLS(2),
    /** Whole records of one ring. */
    RECORDS(3),
    /** A part of a value that was too long for its ring. */
    VALUE(4),
    /** What a ring counted since it was made. */
    COUNTERS(5),
    /** Where each ring ended when the segment began. */
    POSITIONS(6),
    /** Last block of a segment that was closed in order. */
    FOOTER(7);

    private static final BlockKind[] BY_CODE = byCode();

    private final int code;

    BlockKind(final int code) {
        this.code = code;
    }

    /** Number that stands for this kind in a block's header. */
    public int code() {
        return code;
    }

    /** Kind that a number stands for; null if there is none. */
    static BlockKind ofCode(final int code) {
        return code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }

    private static BlockKind[] byCode() {
        final BlockKind[] byCode = new BlockKind[values().length + 1];
        for (final BlockKind kind : values()) {
            byCode[kind.code] = kind;
        }
        return byCode;
    }
}
