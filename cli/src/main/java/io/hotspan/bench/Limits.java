package io.hotspan.bench;

import java.util.List;

/** What a reader of the figures should know; {@code docs/performance.md} says more. */
final class Limits {
    static final List<String> ALL =
            List.of(
                    "A benchmark opens spans as fast as it can. A program does something in"
                        + " between, and its caches hold that; a span there costs more than here.",
                    "With few cores the drainer or exporter takes time from the thread that traces."
                            + " “CPU ns” shows the whole, the time of the thread alone does not.",
                    "The peers keep other things: JFR has no ids and no parents, Brave and"
                            + " OpenTelemetry hand their spans to something that discards them,"
                            + " where Hotspan's are copied out of the ring and discarded.",
                    "The batch processor of OpenTelemetry drops what its exporter is too slow for,"
                        + " and such a run has no figure. In bursts, with a flush between them that"
                        + " is not timed, it loses none and never waits; Hotspan's waits, if any,"
                        + " are in its figures.",
                    "Absolute figures are this machine's. Ratios carry over better, but not"
                            + " exactly: the clock's share of a span differs between machines.");

    private Limits() {}
}
