package io.hotspan.faults;

import io.hotspan.Hotspan;
import io.hotspan.tracing.Span;
import java.nio.file.Path;

/** Records more than a ring holds as soon as it may: long before Chronicle's classes are loaded. */
final class StartingProcess {
    static final int MORE_THAN_A_RING = 40_000;

    private StartingProcess() {}

    /** Argument: directory of the journal. */
    public static void main(final String[] arguments) {
        try (Hotspan hotspan = Hotspan.open(Path.of(arguments[0]))) {
            for (int i = 0; i < MORE_THAN_A_RING; i++) {
                try (Span span = hotspan.tracer().startSpan("burst")) {
                    span.setAttribute("i", i);
                }
            }
            System.out.println(
                    "waited="
                            + !hotspan.recording().waited().isZero()
                            + " lost="
                            + hotspan.recording().lostSpans());
        }
    }
}
