package io.hotspan.record;

/** The types of records. Numbers are part of the format: they are never reused. */
public final class RecordType {
    /** Fills the end of a lap, since no record wraps. */
    public static final int PADDING = 1;

    /** A claim of a many-writer ring that is not committed. Never in a journal. */
    public static final int CLAIMED = 2;

    /** A thread begins to write to the ring: {@link ThreadDescriptor}. */
    public static final int THREAD = 3;

    /** A span without a parent opens: {@link SpanStartDescriptor}. */
    public static final int START_ROOT = 4;

    /** A span with a parent of the same ring opens: {@link SpanStartDescriptor}. */
    public static final int START_CHILD = 5;

    /** A span opens whose trace or parent is not of this ring: {@link SpanStartDescriptor}. */
    public static final int START_EXPLICIT = 6;

    /** A span ends: {@link SpanEndDescriptor}. UNSET becomes OK; an explicit status stands. */
    public static final int END = 7;

    /** A span ends, and its status is OK whatever was set: {@link SpanEndDescriptor}. */
    public static final int END_OK = 8;

    /** {@link AttributeDescriptor}, value a long. */
    public static final int ATTRIBUTE_LONG = 9;

    /** {@link AttributeDescriptor}, value a double. */
    public static final int ATTRIBUTE_DOUBLE = 10;

    /** {@link AttributeDescriptor}, value a boolean. */
    public static final int ATTRIBUTE_BOOLEAN = 11;

    /** {@link AttributeDescriptor}, value a text of Latin-1 characters. */
    public static final int ATTRIBUTE_LATIN1 = 12;

    /** {@link AttributeDescriptor}, value in the binary form of {@code io.hotspan.value}. */
    public static final int ATTRIBUTE_VALUE = 13;

    /** {@link EventDescriptor}, time in ticks of the writer's clock. */
    public static final int EVENT = 14;

    /** {@link EventDescriptor}, time given by the program in nanoseconds since the epoch. */
    public static final int EVENT_AT = 15;

    /** {@link StatusDescriptor}. */
    public static final int STATUS = 16;

    /** A span's new name: {@link NameDescriptor}. */
    public static final int NAME = 17;

    /** {@link LinkDescriptor}. */
    public static final int LINK = 18;

    /** A fact about a trace: {@link TraceFactDescriptor}. */
    public static final int TRACE_FACT = 19;

    /** A record about a span of another ring: {@link ForeignDescriptor}. */
    public static final int FOREIGN = 20;

    /** A record too long for the ring, kept beside it: {@link OutsizeDescriptor}. */
    public static final int OUTSIZE = 21;

    /** A span's start or end, given by the program: {@link TimeDescriptor}. */
    public static final int TIME = 22;

    private RecordType() {}
}
