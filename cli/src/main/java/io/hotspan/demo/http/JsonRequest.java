package io.hotspan.demo.http;

import com.sun.net.httpserver.Headers;

/**
 * A request as it came in.
 *
 * @param method as in {@code POST}
 * @param path without query
 * @param headers any case of their names will do
 * @param body in UTF-8; {@link #TOO_LONG} if it had more than the server takes
 */
public record JsonRequest(String method, String path, Headers headers, String body) {
    /**
     * Stands for a body that was not read to its end; never equal by chance, since it is no JSON.
     */
    static final String TOO_LONG = "\0";

    /** The first header of a name; null if there is none. */
    public String header(final String name) {
        return headers.getFirst(name);
    }

    /** Whether the body had more bytes than the server takes. */
    public boolean isTooLong() {
        return body.equals(TOO_LONG);
    }
}
