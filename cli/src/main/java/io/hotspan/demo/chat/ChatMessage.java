package io.hotspan.demo.chat;

/**
 * One message of a conversation.
 *
 * @param role as in {@code user}; not null
 * @param content not null; empty if the message only calls tools
 */
record ChatMessage(String role, String content) {}
