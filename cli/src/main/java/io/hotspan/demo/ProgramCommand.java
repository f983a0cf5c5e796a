package io.hotspan.demo;

import io.hotspan.demo.chat.ChatEndpoint;
import io.hotspan.demo.chat.LoopbackModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the program is started: as it is, with one flag for the agent and the agent's options. */
final class ProgramCommand {
    /** A method that nobody has annotated. */
    static final String TRACED_BY_NAME = "io.hotspan.demo.corpus.Corpus#search";

    private final DemoJars jars;
    private final DemoSettings settings;

    ProgramCommand(final DemoJars jars, final DemoSettings settings) {
        this.jars = jars;
        this.settings = settings;
    }

    /**
     * The process, not started yet. Its standard output is to be read, and its standard input to be
     * held open.
     *
     * @param standIn serves what the settings name no server for
     */
    ProcessBuilder with(final ChatEndpoint standIn) {
        final ChatEndpoint chat = settings.endpoint() == null ? standIn : settings.endpoint();
        final ChatEndpoint embedding = settings.embeddingModel() == null ? standIn : chat;
        final String embeddingModel =
                settings.embeddingModel() == null
                        ? LoopbackModel.EMBEDDING_MODEL
                        : settings.embeddingModel();
        final ProcessBuilder builder = new ProcessBuilder(words(chat.model(), embeddingModel));
        final Map<String, String> environment = builder.environment();
        // what is said here is all that the agent is to be told
        environment.keySet().removeIf(name -> name.startsWith("HOTSPAN_") && !isDebug(name));
        environment.put("OPENAI_BASE_URL", chat.baseUri().toString());
        environment.put("OPENAI_API_KEY", chat.apiKey());
        environment.put("EMBEDDING_BASE_URL", embedding.baseUri().toString());
        environment.put("EMBEDDING_API_KEY", embedding.apiKey());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private List<String> words(final String chatModel, final String embeddingModel) {
        final List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-javaagent:" + jars.agent());
        words.add("-Dhotspan.dir=" + settings.directory());
        words.add("-Dhotspan.autolog=openai");
        words.add("-Dhotspan.trace=" + TRACED_BY_NAME);
        // rather waits than drops where the machine has too little for all threads
        words.add("-Dhotspan.overload=wait");
        words.addAll(List.of("-jar", jars.program().toString()));
        words.add(Integer.toString(settings.requests()));
        words.add(Integer.toString(settings.concurrency()));
        words.addAll(List.of(chatModel, embeddingModel));
        if (settings.corpusFolder() != null) {
            words.add(settings.corpusFolder().toString());
        }
        return words;
    }

    private static boolean isDebug(final String name) {
        return name.equals("HOTSPAN_DEBUG");
    }
}
