package io.hotspan.symbol;

/** Makes a symbol outlive its process, before the first record uses it. */
@FunctionalInterface
public interface SymbolLog {
    /**
     * Keeps a text; the first one has id 1, and so on.
     *
     * @throws java.io.UncheckedIOException if it could not be kept; the text then gets no id
     */
    void append(String text);
}
