package io.hotspan.demo.chat;

/**
 * What a model answered.
 *
 * @param id of the completion; empty if the server gives none
 * @param model that says to have answered; not null
 * @param content not null
 * @param finishReason why it ended there, as in {@code stop}; empty if the server does not say
 * @param usage null if the server does not say
 */
public record ChatAnswer(
        String id, String model, String content, String finishReason, ChatUsage usage) {}
