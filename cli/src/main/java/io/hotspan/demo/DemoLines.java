package io.hotspan.demo;

import io.hotspan.demo.chat.ChatEndpoint;
import io.hotspan.demo.progress.LoadProgress;
import io.hotspan.terminal.HumanText;
import io.hotspan.terminal.Style;
import io.hotspan.terminal.Terminal;
import io.hotspan.trace.SafeText;
import java.io.PrintWriter;
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
    void writeStart(final TextCounts text, final Map<String, String> environment) {
        line(
                "A program answers questions with a language model; the agent traces it, not its"
                        + " code.");
        line("");
        labelled("text", text(text));
        if (settings.endpoint() != null) {
            labelled("model", settings.endpoint().model() + " at " + settings.endpoint().baseUri());
            labelled("", embeddings());
        } else {
            labelled(
                    "model",
                    "none: a stand-in on this machine quotes sentences, over the same protocol");
            labelled("", howToUseAModel(environment));
        }
        labelled(
                "program",
                "java -javaagent:hotspan-agent.jar -jar hotspan-demo.jar, with the agent's"
                        + " options");
        labelled("", "hotspan.autolog=openai and hotspan.trace=" + ProgramCommand.TRACED_BY_NAME);
        labelled(
                "load",
                HumanText.count(settings.requests(), "question")
                        + ", "
                        + settings.concurrency()
                        + " at once; 1 in 20 is one that the program refuses");
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

    private String embeddings() {
        return settings.embeddingModel() == null
                ? "(embeddings by a stand-in; with OPENAI_EMBEDDING_MODEL set, by that model)"
                : "(embeddings by " + settings.embeddingModel() + ")";
    }

    private static String text(final TextCounts text) {
        final String skipped =
                text.skipped() == 0
                        ? ""
                        : "; "
                                + HumanText.count(text.skipped(), "file")
                                + " skipped (no text, too long, or not readable)";
        return HumanText.count(text.passages(), "passage")
                + " of "
                + HumanText.count(text.documents(), "document")
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
