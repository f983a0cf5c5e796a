package io.hotspan.demo.chat;

import java.net.URI;
import java.util.Map;

/**
 * Where a chat model is.
 *
 * @param baseUri as in {@code https://host/v1}
 * @param apiKey not null; shown nowhere
 * @param model the model to ask for; not empty
 */
public record ChatEndpoint(URI baseUri, String apiKey, String model) {
    public static final String BASE_URL_VARIABLE = "OPENAI_BASE_URL";
    public static final String API_KEY_VARIABLE = "OPENAI_API_KEY";
    public static final String MODEL_VARIABLE = "OPENAI_MODEL";
    public static final String DEFAULT_MODEL = "gpt-4o-mini";

    /**
     * The endpoint that the environment names; null unless it names both address and key.
     *
     * @throws IllegalArgumentException if the address or the key is none; the message says what it
     *     must be
     */
    public static ChatEndpoint of(final Map<String, String> environment) {
        final String baseUrl = environment.getOrDefault(BASE_URL_VARIABLE, "").strip();
        final String apiKey = environment.getOrDefault(API_KEY_VARIABLE, "").strip();
        if (baseUrl.isEmpty() || apiKey.isEmpty()) {
            return null;
        }
        final String model = environment.getOrDefault(MODEL_VARIABLE, "").strip();
        return new ChatEndpoint(
                address(baseUrl), key(apiKey), model.isEmpty() ? DEFAULT_MODEL : model);
    }

    @Override
    public String toString() {
        return "ChatEndpoint[" + baseUri + ", " + model + "]";
    }

    /** A header of HTTP carries it, so it is printable ASCII; the message does not show it. */
    private static String key(final String text) {
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    API_KEY_VARIABLE
                            + " has a space, a new line or another character that no key has;"
                            + " set it again, or unset it");
        }
        return text;
    }

    private static URI address(final String text) {
        try {
            final URI uri = URI.create(text.replaceAll("/+$", ""));
            final String scheme = uri.getScheme();
            if (("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                    && uri.getHost() != null
                    && uri.getQuery() == null
                    && uri.getFragment() == null) {
                return uri;
            }
        } catch (final IllegalArgumentException e) {
            // no address at all: as told below
        }
        throw new IllegalArgumentException(
                BASE_URL_VARIABLE
                        + " is no address of an API: \""
                        + text
                        + "\"; give one like https://host/v1, or unset it");
    }
}
