package io.hotspan.demo.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a document into passages: at headings, and at empty lines where a passage would become too
 * long. Paragraphs stay whole unless they are too long by themselves. For one document and thread.
 */
final class PassageSplitter {
    /** The longest passage. */
    static final int MAX_CHARS = 900;

    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)[\\s#]*");
    private static final Pattern FENCE = Pattern.compile("\\s*(```|~~~).*");
    private static final Pattern MARKUP = Pattern.compile("[`*]|\\[(?=[^]]*]\\()|]\\([^)]*\\)");

    private final TextFile file;
    private final List<Passage> passages = new ArrayList<>();
    private final StringBuilder passage = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private String heading = "";

    private PassageSplitter(final TextFile file) {
        this.file = file;
    }

    /** The passages of a document, in its order; none if it is blank. */
    static List<Passage> split(final TextFile file) {
        final PassageSplitter splitter = new PassageSplitter(file);
        splitter.run();
        return splitter.passages;
    }

    private void run() {
        boolean isFenced = false;
        for (final String line : (Iterable<String>) file.text().lines()::iterator) {
            final boolean isFence = file.isMarkdown() && FENCE.matcher(line).matches();
            isFenced ^= isFence;
            final Matcher title =
                    file.isMarkdown() && !isFenced && !isFence ? HEADING.matcher(line) : null;
            if (title != null && title.matches()) {
                endPassage();
                heading = MARKUP.matcher(title.group(1)).replaceAll("").strip();
            } else if (line.isBlank() && !isFenced) {
                endParagraph();
            } else {
                paragraph.append(line.stripTrailing()).append('\n');
            }
        }
        endPassage();
    }

    private void endPassage() {
        endParagraph();
        flush(passage);
    }

    private void endParagraph() {
        if (passage.length() + 1 + paragraph.length() > MAX_CHARS) {
            flush(passage);
        }
        int start = 0;
        while (paragraph.length() - start > MAX_CHARS) {
            final int end = cut(start);
            passage.append(paragraph, start, end);
            flush(passage);
            start = end;
        }
        if (paragraph.length() > start) {
            passage.append(passage.length() == 0 ? "" : "\n")
                    .append(paragraph, start, paragraph.length());
        }
        paragraph.setLength(0);
    }

    /** Where to cut a long paragraph: behind a line, else behind a word, else anywhere. */
    private int cut(final int start) {
        final int limit = start + MAX_CHARS;
        for (final String end : List.of("\n", " ")) {
            final int last = paragraph.lastIndexOf(end, limit - 1);
            if (last > start) {
                return last + 1;
            }
        }
        return Character.isHighSurrogate(paragraph.charAt(limit - 1)) ? limit - 1 : limit;
    }

    private void flush(final StringBuilder text) {
        final String content = withoutBlankEnds(text.toString());
        if (!content.isEmpty()) {
            passages.add(new Passage(file.docUri(), passages.size() + 1, heading, content));
        }
        text.setLength(0);
    }

    /** Keeps the indentation of the first line, which code needs. */
    private static String withoutBlankEnds(final String text) {
        return text.isBlank() ? "" : text.stripTrailing();
    }
}
