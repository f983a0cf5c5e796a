package io.hotspan.openai;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/**
 * What {@link LoopbackOpenAI} answers: a body of JSON, or events of a stream.
 *
 * @param status of HTTP
 * @param headers beside the content type
 * @param parts the body, or the events, each sent as soon as it can be
 * @param isStream whether it is one of events
 * @param hold waited for before the last part; null if it comes at once
 */
record Reply(
        int status,
        Map<String, String> headers,
        List<String> parts,
        boolean isStream,
        CountDownLatch hold) {
    private static final Pattern END_OF_EVENT = Pattern.compile("(?<=\n\n)");

    /** The body of a file of this package's resources; {@code .sse} is a stream of events. */
    static Reply of(final String resource) {
        final String text = text(resource);
        return resource.endsWith(".sse")
                ? new Reply(200, Map.of(), END_OF_EVENT.splitAsStream(text).toList(), true, null)
                : new Reply(200, Map.of(), List.of(text), false, null);
    }

    static String text(final String resource) {
        try (InputStream stream = Reply.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with another status. */
    Reply status(final int other) {
        return new Reply(other, headers, parts, isStream, hold);
    }

    /** The same with a header. */
    Reply header(final String name, final String value) {
        return new Reply(status, Map.of(name, value), parts, isStream, hold);
    }

    /** The first events at once, and no more until the latch is open. */
    Reply holdingAfter(final int events, final CountDownLatch latch) {
        final List<String> held =
                List.of(
                        String.join("", parts.subList(0, events)),
                        String.join("", parts.subList(events, parts.size())));
        return new Reply(status, headers, held, isStream, latch);
    }
}
