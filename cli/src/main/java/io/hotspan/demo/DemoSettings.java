package io.hotspan.demo;

import io.hotspan.demo.chat.ChatEndpoint;
import java.nio.file.Path;

/**
 * What a demo does.
 *
 * @param directory of the journal: missing, empty, or a journal
 * @param requests how many questions are asked
 * @param concurrency how many at once
 * @param endpoint of the chat model; null for the stand-in on this machine
 * @param embeddingModel to ask for at that endpoint; null for the stand-in
 * @param corpusFolder with more text; null if there is none
 */
record DemoSettings(
        Path directory,
        int requests,
        int concurrency,
        ChatEndpoint endpoint,
        String embeddingModel,
        Path corpusFolder) {}
