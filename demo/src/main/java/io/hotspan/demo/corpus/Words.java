package io.hotspan.demo.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The words of passages and of questions. */
final class Words implements Closeable {
    static final String HEADING = "heading";
    static final String TEXT = "text";

    /** A word in a heading tells more. */
    private static final float HEADING_BOOST = 1.5f;

    private static final int MAX_QUERY_WORDS = 100;
    private static final int MIN_TOPIC_PASSAGES = 2;
    private static final int TOPIC_SHARE = 5;
    private static final int MAX_TOPICS = 10_000;

    /** English words that tell nothing of what a text is about. */
    private static final List<String> STOP_WORDS =
            List.of(
                    ("a about after all an and any are as at be because been but by can do does"
                         + " each for from has have how if in into is it its may must no not of on"
                         + " one only or other our say says should so such than that the their them"
                         + " then there these they this to use was what when where which who why"
                         + " will with work works you your")
                            .split(" "));

    private final Analyzer analyzer = new StandardAnalyzer(new CharArraySet(STOP_WORDS, true));

    Analyzer analyzer() {
        return analyzer;
    }

    /** Asks for passages with any of the text's words. */
    Query query(final String text) throws IOException {
        final BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (final String word : of(text)) {
            query.add(new TermQuery(new Term(TEXT, word)), Occur.SHOULD);
            query.add(
                    new BoostQuery(new TermQuery(new Term(HEADING, word)), HEADING_BOOST),
                    Occur.SHOULD);
        }
        return query.build();
    }

    /** Those that a search asks for. */
    Set<String> of(final String text) throws IOException {
        final Set<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream(TEXT, text)) {
            final CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (words.size() < MAX_QUERY_WORDS) {
                    words.add(term.toString());
                }
            }
            tokens.end();
        }
        return words;
    }

    /** Words of letters that are in at least two passages, but in no more than a fifth. */
    static List<String> topics(final IndexReader reader) throws IOException {
        final List<String> topics = new ArrayList<>();
        final Terms terms = MultiTerms.getTerms(reader, TEXT);
        if (terms == null) {
            return topics;
        }
        final int maxPassages = reader.numDocs() / TOPIC_SHARE;
        final TermsEnum all = terms.iterator();
        for (BytesRef term = all.next();
                term != null && topics.size() < MAX_TOPICS;
                term = all.next()) {
            final String word = term.utf8ToString();
            if (all.docFreq() >= MIN_TOPIC_PASSAGES
                    && all.docFreq() <= maxPassages
                    && word.matches("\\p{L}{5,20}")) {
                topics.add(word);
            }
        }
        return topics;
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
