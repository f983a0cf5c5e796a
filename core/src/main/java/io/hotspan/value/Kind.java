package io.hotspan.value;

/** What sort of thing the objects of a class are, as far as writing them goes. */
enum Kind {
    MAP,
    /** A list of the JDK whose elements are at hand. */
    INDEXED,
    ITERABLE,
    ARRAY,
    ENUM,
    NUMBER,
    THROWABLE,
    /** One of the JDK's other classes that {@link PlatformWriter} knows. */
    PLATFORM,
    RECORD,
    BEAN,
    /** Not asked for its content. */
    OPAQUE,
    TEXT
}
