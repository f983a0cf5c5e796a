package io.hotspan.symbol;

import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives texts their numbers. A look-up takes no lock and allocates nothing: open addressing with
 * linear probing over an array that is only ever added to, and replaced by a larger one at half
 * load.
 *
 * <p>Programs that build names from data (user ids, URLs) must not fill the memory: beyond {@link
 * #MAX_SYMBOLS} texts, or {@link #MAX_TEXT_CHARS} characters, a text gets no number and is written
 * in full each time.
 */
/* Who finds a symbol must find it counted: the drainer stores symbols up to the count before it stores
 * records. So the count is raised first, and the slot is stored with release and loaded with acquire. */
public final class SymbolTable {
    public static final int MAX_SYMBOLS = 1 << 16;
    public static final int MAX_TEXT_CHARS = 1024;
    private static final int INITIAL_CAPACITY = 256;
    private static final String NULL = "null";
    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Symbol[].class);

    private final SymbolLog log;
    private final boolean isDirect;
    private final List<String> texts = new ArrayList<>(); // guarded by this; index 0 has id 1
    private volatile Symbol[] slots = new Symbol[INITIAL_CAPACITY];
    private volatile int count;

    /**
     * An empty table, which tells a log of each text before its symbol is given out.
     *
     * @param isDirect whether attributes may be written as they are given; see {@link
     *     Symbol#directId()}
     */
    public SymbolTable(final SymbolLog log, final boolean isDirect) {
        this.log = log;
        this.isDirect = isDirect;
    }

    /** The symbol of a text, made if it is new; null is "null". Safe for any thread. */
    /* Nearly all texts are constants of the program, each the same object every time, and lie where
     * they are looked for first. That much is small enough for the JIT to inline it anywhere. */
    @SuppressWarnings("ReferenceEquality") // another object is looked at in full
    public Symbol symbol(final String text) {
        final Symbol[] slots = this.slots;
        final int i = spread(text) & slots.length - 1;
        final Symbol symbol = (Symbol) SLOTS.getAcquire(slots, i);
        return symbol != null && symbol.text() == text ? symbol : lookUp(slots, i, text);
    }

    private Symbol lookUp(final Symbol[] slots, final int firstIndex, final String text) {
        if (text == null) {
            return symbol(NULL); // tracing breaks no program
        }
        final int mask = slots.length - 1;
        int i = firstIndex;
        Symbol symbol;
        while ((symbol = (Symbol) SLOTS.getAcquire(slots, i)) != null) {
            if (symbol.text().equals(text)) {
                return symbol;
            }
            i = (i + 1) & mask;
        }
        return count < MAX_SYMBOLS && text.length() <= MAX_TEXT_CHARS ? add(text) : inline(text);
    }

    /** The symbol itself if it is of this table, else this table's symbol of the same text. */
    public Symbol own(final Symbol symbol) {
        return symbol.isOf(this) ? symbol : symbol(symbol.text());
    }

    /** How many texts have a number. */
    public int count() {
        return count;
    }

    /** A copy of the texts with ids from {@code firstId} to {@code lastId}, both included. */
    public synchronized List<String> texts(final int firstId, final int lastId) {
        return List.copyOf(texts.subList(firstId - 1, lastId));
    }

    private synchronized Symbol add(final String text) {
        final Symbol raced = find(slots, text);
        if (raced != null) {
            return raced;
        }
        if (count >= MAX_SYMBOLS || !kept(text)) {
            return inline(text);
        }
        texts.add(text);
        final int id = texts.size();
        final Symbol symbol = new Symbol(this, id, isDirect ? id : Symbol.NO_ID, text);
        count = texts.size();
        if (count * 2 > slots.length) {
            slots = grown(slots);
        }
        insert(slots, symbol);
        return symbol;
    }

    /** A symbol that is written in full each time. */
    private Symbol inline(final String text) {
        return new Symbol(this, Symbol.NO_ID, Symbol.NO_ID, text);
    }

    private boolean kept(final String text) {
        try {
            log.append(text);
            return true;
        } catch (final UncheckedIOException e) {
            return false; // written in full from now on: dearer, not wrong
        }
    }

    private static Symbol find(final Symbol[] slots, final String text) {
        final int mask = slots.length - 1;
        int i = spread(text) & mask;
        while (slots[i] != null) {
            if (slots[i].text().equals(text)) {
                return slots[i];
            }
            i = (i + 1) & mask;
        }
        return null;
    }

    private static Symbol[] grown(final Symbol[] slots) {
        final Symbol[] larger = new Symbol[slots.length * 2];
        for (final Symbol symbol : slots) {
            if (symbol != null) {
                insert(larger, symbol);
            }
        }
        return larger;
    }

    private static void insert(final Symbol[] slots, final Symbol symbol) {
        final int mask = slots.length - 1;
        int i = spread(symbol.text()) & mask;
        while (slots[i] != null) {
            i = (i + 1) & mask;
        }
        SLOTS.setRelease(slots, i, symbol);
    }

    private static int spread(final String text) {
        final int hash = text == null ? 0 : text.hashCode();
        return hash ^ (hash >>> 16);
    }
}
