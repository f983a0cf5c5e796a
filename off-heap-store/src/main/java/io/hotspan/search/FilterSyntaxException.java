package io.hotspan.search;

/** A filter that cannot be understood: the message says at which column, and what was expected. */
public final class FilterSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int column;

    FilterSyntaxException(
            final String filter, final int index, final String problem, final Exception cause) {
        super("column " + (index + 1) + ": " + problem + marked(filter, index), cause);
        column = index + 1;
    }

    /** Where the trouble begins; the first character of the filter is column 1. */
    public int column() {
        return column;
    }

    /** The filter with a mark under the place, if it is one short line. */
    private static String marked(final String filter, final int index) {
        if (filter.length() > 200 || filter.chars().anyMatch(Character::isISOControl)) {
            return "";
        }
        return "\n  " + filter + "\n  " + " ".repeat(index) + "^";
    }
}
