package io.hotspan.demo.http;

/**
 * What to send back.
 *
 * @param status as in 200
 * @param body what {@link io.hotspan.json.Json} can write
 */
public record JsonResponse(int status, Object body) {}
