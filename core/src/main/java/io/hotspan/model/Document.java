package io.hotspan.model;

import java.util.Map;
import java.util.Objects;

/**
 * One retrieved passage: what a RETRIEVER span gives as its outputs. Captured as {@code
 * {"page_content", "metadata", "id"}}, the id kept when it is null.
 *
 * <p>Source: {@code mlflow.entities.Document}.
 *
 * @param pageContent the passage; not null
 * @param metadata {@code doc_uri}, {@code chunk_id}, {@code relevance_score} and others; not null
 * @param id may be null
 */
public record Document(String pageContent, Map<String, ?> metadata, String id) {
    public Document {
        Objects.requireNonNull(pageContent, "pageContent");
        Objects.requireNonNull(metadata, "metadata");
    }

    /** A document without an id. */
    public Document(final String pageContent, final Map<String, ?> metadata) {
        this(pageContent, metadata, null);
    }
}
