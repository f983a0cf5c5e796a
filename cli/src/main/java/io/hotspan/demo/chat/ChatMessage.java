package io.hotspan.demo.chat;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One message of a conversation.
 *
 * @param role as in {@code user}; not null
 * @param content not null
 */
public record ChatMessage(String role, String content) {
    /** What the program tells the model to be. */
    public static ChatMessage system(final String content) {
        return new ChatMessage("system", content);
    }

    /** What the user says. */
    public static ChatMessage user(final String content) {
        return new ChatMessage("user", content);
    }

    /** What the model says. */
    public static ChatMessage assistant(final String content) {
        return new ChatMessage("assistant", content);
    }

    /** The message as the protocol has it, role first. */
    public Map<String, Object> toMap() {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("role", role);
        map.put("content", content);
        return map;
    }
}
