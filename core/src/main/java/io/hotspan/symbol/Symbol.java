package io.hotspan.symbol;

/**
 * A text with a number: keep it in a final field and pass it instead of the text, which saves the
 * look-up. Immutable; belongs to the table that made it. Source: Tracy's static source locations.
 */
public final class Symbol {
    /** The id of a text that has no number, since the table is full or the text too long. */
    public static final int NO_ID = 0;

    private final SymbolTable table;
    private final int id;
    private final int directId;
    private final String text;

    Symbol(final SymbolTable table, final int id, final int directId, final String text) {
        this.table = table;
        this.id = id;
        this.directId = directId;
        this.text = text;
    }

    /** The number, from 1 on; {@link #NO_ID} if the text is to be written in full. */
    public int id() {
        return id;
    }

    /**
     * The number, if an attribute of this key may be written at once, as it was given; {@link
     * #NO_ID} if there is none, or something has to be done with the value first.
     */
    public int directId() {
        return directId;
    }

    /** The text that it stands for; not null. */
    public String text() {
        return text;
    }

    boolean isOf(final SymbolTable other) {
        return table == other;
    }

    @Override
    public String toString() {
        return text;
    }
}
