package io.hotspan.bench;

/** What everybody is asked to do: a method that the benchmarks' classes have in common. */
enum Scenario {
    OPEN_CLOSE("openClose", "Open and close a span", 1),
    FOUR_ATTRIBUTES("openClose4Attr", "… with 4 attributes", 1),
    AN_EVENT("openClose4Attr1Event", "… with 4 attributes and an event", 1),
    NESTED("nested4", "A root and its three children", 4),
    EXCEPTION("exception", "A span with an exception", 1),
    UNSAMPLED("unsampledChild", "A span that is not sampled", 0),
    DISABLED("disabled", "A span while tracing is off", 0);

    private final String method;
    private final String title;
    private final int timedSpans;

    Scenario(final String method, final String title, final int timedSpans) {
        this.method = method;
        this.title = title;
        this.timedSpans = timedSpans;
    }

    String method() {
        return method;
    }

    String title() {
        return title;
    }

    /** Spans that need two clock reads each. */
    int timedSpans() {
        return timedSpans;
    }
}
