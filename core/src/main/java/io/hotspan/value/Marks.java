package io.hotspan.value;

/**
 * The texts that stand for what is not in a value. Made by {@code concat}, since {@code +} is
 * linked when it first runs: if that is where a stack ends, it fails for ever.
 */
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
        return "<cut: ".concat(Integer.toString(count)).concat(" elements kept>");
    }

    static String charactersKept(final int keptCount, final int count) {
        return "<cut: "
                .concat(Integer.toString(keptCount))
                .concat(" of ")
                .concat(Integer.toString(count))
                .concat(" characters kept>");
    }

    static String bytesCut(final int lengthBytes) {
        return "<cut: byte[".concat(Integer.toString(lengthBytes)).concat("]>");
    }

    static String bitsCut(final Number number, final int bits) {
        return "<cut: "
                .concat(nameOf(number))
                .concat(" of ")
                .concat(Integer.toString(bits))
                .concat(" bits>");
    }

    static String cycle(final Object container) {
        return "<cycle: ".concat(nameOf(container)).concat(">");
    }

    /** Stands for an object whose content is its own affair: a stream, a lambda, a thread. */
    static String opaque(final Object value) {
        return "<".concat(nameOf(value)).concat(">");
    }

    static String failed(final Throwable failure, final Object subject) {
        return "<failed: "
                .concat(nameOf(failure))
                .concat(" in ")
                .concat(nameOf(subject))
                .concat(">");
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
