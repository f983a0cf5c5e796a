package io.hotspan.demo.corpus;

/**
 * A document as it was read.
 *
 * @param docUri names it; not null
 * @param text not null
 */
public record TextFile(String docUri, String text) {
    /** Whether lines that begin with {@code #} are headings. */
    boolean isMarkdown() {
        return docUri.endsWith(".md") || docUri.endsWith(".markdown");
    }
}
