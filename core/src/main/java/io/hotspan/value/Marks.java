package io.hotspan.value;

/** The texts that stand for what is not in a value. */
final class Marks {
    /** Key of a mark that stands inside a map. */
    static final String CUT_KEY = "<cut>";

    /** Key of a mark that stands inside a map. */
    static final String FAILED_KEY = "<failed>";

    static final String TOO_DEEP = "<cut: nested deeper than " + ValueLimits.MAX_DEPTH + ">";
    static final String STACK_ENDED = "<cut: the thread's stack ended>";
    static final String TOO_DEEP_BEANS =
            "<cut: beans nested deeper than " + ValueLimits.MAX_BEAN_DEPTH + ">";
    static final String TOO_LARGE = "<cut: value too large>";
    static final String ENCODED_INSIDE_ITSELF = "<cut: encodings nested too deep>";

    private Marks() {}

    static String elementsKept(final int count) {
        return "<cut: " + count + " elements kept>";
    }

    static String bytesCut(final int lengthBytes) {
        return "<cut: byte[" + lengthBytes + "]>";
    }

    static String bitsCut(final String numberType, final int bits) {
        return "<cut: " + numberType + " of " + bits + " bits>";
    }

    static String cycle(final Object container) {
        return "<cycle: " + nameOf(container) + ">";
    }

    /** Stands for an object whose content is its own affair: a stream, a lambda, a thread. */
    static String opaque(final Object value) {
        return "<" + nameOf(value) + ">";
    }

    static String failed(final Throwable failure, final Object subject) {
        return "<failed: " + nameOf(failure) + " in " + nameOf(subject) + ">";
    }

    /** Name of the object's class, without the address that a hidden class ends in. */
    private static String nameOf(final Object value) {
        if (value == null) {
            return "null";
        }
        final String name = value.getClass().getName();
        final int address = name.indexOf('/');
        final int end = address < 0 ? name.length() : address;
        return name.substring(0, Math.min(end, ValueLimits.MAX_NAME_CHARS));
    }
}
