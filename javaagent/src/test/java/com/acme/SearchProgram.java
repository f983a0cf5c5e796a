package com.acme;

import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Indexes texts and searches them. */
public final class SearchProgram {
    private SearchProgram() {}

    /** Prints how many were found. */
    public static void main(final String[] args) throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                for (int i = 0; i < 100; i++) {
                    final Document document = new Document();
                    document.add(
                            new TextField(
                                    "text", i % 2 == 0 ? "even rain" : "odd sun", Field.Store.YES));
                    writer.addDocument(document);
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                final IndexSearcher searcher = new IndexSearcher(reader);
                System.out.println(
                        searcher.search(new TermQuery(new Term("text", "rain")), 10).totalHits);
            }
        }
    }
}
