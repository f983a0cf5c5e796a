package io.hotspan.demo;

import io.hotspan.demo.chat.ChatEndpoint;
import io.hotspan.demo.client.LoadProgress;
import io.hotspan.demo.corpus.Corpus;
import io.hotspan.demo.corpus.Documents;
import io.hotspan.terminal.HumanText;
import io.hotspan.terminal.Style;
import io.hotspan.terminal.Terminal;
import io.hotspan.trace.SafeText;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** What a demo says of itself while it runs. */
final class DemoLines {
    private static final int LABEL_WIDTH = 9;

    private final PrintWriter out;
    private final Terminal terminal;
    private final DemoSettings settings;

    DemoLines(final PrintWriter out, final Terminal terminal, final DemoSettings settings) {
        this.out = out;
        this.terminal = terminal;
        this.settings = settings;
    }

    /** What runs, and where. */
    void writeStart(
            final Documents documents,
            final Corpus corpus,
            final URI service,
            final Map<String, String> environment) {
        line("A service answers questions from text; it and its client are traced by Hotspan.");
        line("");
        labelled("text", text(documents, corpus));
        if (settings.endpoint() != null) {
            labelled("model", settings.endpoint().model() + " at " + settings.endpoint().baseUri());
        } else {
            labelled(
                    "model",
                    "none: a stand-in on this machine quotes sentences, over the same protocol");
            labelled("", howToUseAModel(environment));
        }
        labelled(
                "service",
                "POST " + service + ", " + HumanText.count(settings.concurrency(), "thread"));
        labelled(
                "client",
                HumanText.count(settings.requests(), "question")
                        + ", "
                        + settings.concurrency()
                        + " at once; 1 in 20 is one that the service refuses");
        labelled("journal", SafeText.of(settings.directory().toString()));
        line("");
        out.flush();
    }

    /** How the client fared. */
    void writeEnd(final LoadProgress load) {
        line(
                HumanText.count(load.done(), "question")
                        + " in "
                        + HumanText.duration(load.elapsedNanos())
                        + String.format(Locale.ROOT, " (%,.0f/s): ", load.perSecond())
                        + HumanText.count(load.answered())
                        + " answered, "
                        + HumanText.count(load.refused())
                        + " refused, "
                        + HumanText.count(load.failed())
                        + " failed");
        if (load.failure() != null) {
            line(
                    terminal.paint(
                            Style.RED, "the first that failed: " + SafeText.of(load.failure())));
        }
        out.flush();
    }

    /** That there is no report, but a journal. */
    void writeInterrupted() {
        line("stopped; what was recorded is in " + SafeText.of(settings.directory().toString()));
        out.flush();
    }

    private static String text(final Documents documents, final Corpus corpus) {
        final String skipped =
                documents.skippedCount() == 0
                        ? ""
                        : "; "
                                + HumanText.count(documents.skippedCount(), "file")
                                + " skipped (no text, too long, or not readable)";
        return HumanText.count(corpus.passages().size(), "passage")
                + " of "
                + HumanText.count(documents.files().size(), "document")
                + skipped;
    }

    private static String howToUseAModel(final Map<String, String> environment) {
        final boolean hasUrl =
                !environment.getOrDefault(ChatEndpoint.BASE_URL_VARIABLE, "").isBlank();
        final boolean hasKey =
                !environment.getOrDefault(ChatEndpoint.API_KEY_VARIABLE, "").isBlank();
        if (hasUrl == hasKey) {
            return "(with OPENAI_BASE_URL and OPENAI_API_KEY set, that model is asked)";
        }
        return "("
                + (hasUrl ? ChatEndpoint.BASE_URL_VARIABLE : ChatEndpoint.API_KEY_VARIABLE)
                + " is set, but not "
                + (hasUrl ? ChatEndpoint.API_KEY_VARIABLE : ChatEndpoint.BASE_URL_VARIABLE)
                + ": a model needs both)";
    }

    private void labelled(final String label, final String text) {
        line(terminal.paint(Style.BOLD, label) + " ".repeat(LABEL_WIDTH - label.length()) + text);
    }

    private void line(final String text) {
        out.print(text);
        out.print('\n');
    }
}
