package io.hotspan.demo.load;

/**
 * How far a load is.
 *
 * @param total requests to send
 * @param answered requests with an answer
 * @param refused requests that the service did not take, as some of the questions ask for
 * @param failed requests that went wrong
 * @param elapsedNanos since the first one
 * @param failure what went wrong first; null if nothing did
 */
public record LoadProgress(
        int total, int answered, int refused, int failed, long elapsedNanos, String failure) {
    /** Requests that are over. */
    public int done() {
        return answered + refused + failed;
    }

    /** Requests per second, so far. */
    public double perSecond() {
        return elapsedNanos == 0 ? 0 : done() * 1e9 / elapsedNanos;
    }
}
