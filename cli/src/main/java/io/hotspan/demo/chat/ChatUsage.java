package io.hotspan.demo.chat;

/**
 * Tokens that a completion took.
 *
 * @param inputTokens of the messages that were sent
 * @param outputTokens of the answer
 * @param totalTokens of both, as the model counts
 */
public record ChatUsage(long inputTokens, long outputTokens, long totalTokens) {}
