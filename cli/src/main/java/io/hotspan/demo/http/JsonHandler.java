package io.hotspan.demo.http;

/** Answers requests, on several threads at once. */
@FunctionalInterface
public interface JsonHandler {
    /** The response; never null. What it throws ends the connection without one. */
    JsonResponse handle(JsonRequest request);
}
