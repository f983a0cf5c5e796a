package io.hotspan.demo.corpus;

/**
 * A part of a document that is short enough to be quoted to a model.
 *
 * @param docUri the document; not null
 * @param number of the passage within its document, from 1 on
 * @param heading the last heading above it; empty if there is none
 * @param text not empty, at most {@link PassageSplitter#MAX_CHARS} characters
 */
public record Passage(String docUri, int number, String heading, String text) {
    /** Names the passage among all: {@code docs/guide.md#3}. */
    public String chunkId() {
        return docUri + "#" + number;
    }
}
