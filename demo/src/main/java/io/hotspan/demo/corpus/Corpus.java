package io.hotspan.demo.corpus;

import io.hotspan.model.Document;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Passages of documents in a Lucene index in memory, found by BM25. Does not change; for any number
 * of threads until it is closed.
 */
public final class Corpus implements Closeable {
    private static final String NUMBER = "number";
    private static final double SCORE_STEPS = 1e4;

    private final List<Passage> passages;
    private final ByteBuffersDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Words words;

    // held, since a logger that nobody holds forgets its level
    private final Logger luceneLogger = Logger.getLogger("org.apache.lucene");

    /**
     * Cuts documents into passages and indexes them.
     *
     * @throws IllegalArgumentException if there is no text in them
     */
    public Corpus(final List<TextFile> files) {
        // it advises JVM options for vector search, which this is not
        luceneLogger.setLevel(Level.SEVERE);
        passages = files.stream().flatMap(file -> PassageSplitter.split(file).stream()).toList();
        if (passages.isEmpty()) {
            throw new IllegalArgumentException(
                    "no text to answer from: files=" + files.size() + ", passages=0");
        }
        words = new Words();
        directory = new ByteBuffersDirectory();
        try {
            index();
            reader = DirectoryReader.open(directory);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot index in memory", e);
        }
        searcher = new IndexSearcher(reader);
    }

    /** All passages, in the order of the documents. */
    public List<Passage> passages() {
        return passages;
    }

    /**
     * The passages that fit a question best, best first. Each has {@code doc_uri}, {@code
     * chunk_id}, {@code relevance_score} (BM25) and {@code heading}.
     *
     * @param limit how many at most, at least 1
     * @return empty if no word of the question is in the corpus
     */
    public List<Document> search(final String question, final int limit) {
        Objects.requireNonNull(question, "question");
        try {
            final List<Document> found = new ArrayList<>(limit);
            for (final ScoreDoc hit : searcher.search(words.query(question), limit).scoreDocs) {
                final Number number =
                        searcher.storedFields().document(hit.doc).getField(NUMBER).numericValue();
                found.add(document(passages.get(number.intValue()), hit.score));
            }
            return found;
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot search in memory", e);
        }
    }

    /**
     * The passage behind another one, in the same document.
     *
     * @param chunkId of the other one
     * @return empty if it is the last one, or there is none of that id
     */
    public Optional<Document> next(final String chunkId) {
        for (int number = 0; number + 1 < passages.size(); number++) {
            final Passage passage = passages.get(number);
            final Passage next = passages.get(number + 1);
            if (passage.chunkId().equals(chunkId) && passage.docUri().equals(next.docUri())) {
                return Optional.of(new Document(next.text(), metadata(next), next.chunkId()));
            }
        }
        return Optional.empty();
    }

    /** Whether a text has a word that can be searched for: "What it does" has none. */
    public boolean hasWordsOf(final String text) {
        try {
            return !words.of(text).isEmpty();
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot split a text in memory", e);
        }
    }

    /** Words that several passages have, but not most: what questions can be about. Sorted. */
    public List<String> topics() {
        try {
            return Words.topics(reader);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot list words in memory", e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
        words.close();
    }

    private void index() throws IOException {
        try (IndexWriter writer =
                new IndexWriter(directory, new IndexWriterConfig(words.analyzer()))) {
            for (int number = 0; number < passages.size(); number++) {
                final Passage passage = passages.get(number);
                final org.apache.lucene.document.Document document =
                        new org.apache.lucene.document.Document();
                document.add(new StoredField(NUMBER, number));
                document.add(new TextField(Words.HEADING, passage.heading(), Field.Store.NO));
                document.add(new TextField(Words.TEXT, passage.text(), Field.Store.NO));
                writer.addDocument(document);
            }
        }
    }

    private static Document document(final Passage passage, final float score) {
        final Map<String, Object> metadata = metadata(passage);
        metadata.put("relevance_score", Math.round(score * SCORE_STEPS) / SCORE_STEPS);
        return new Document(passage.text(), metadata, passage.chunkId());
    }

    private static Map<String, Object> metadata(final Passage passage) {
        final Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("doc_uri", passage.docUri());
        metadata.put("chunk_id", passage.chunkId());
        metadata.put("heading", passage.heading());
        return metadata;
    }
}
