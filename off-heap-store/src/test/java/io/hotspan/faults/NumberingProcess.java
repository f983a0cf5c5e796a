package io.hotspan.faults;

import io.hotspan.Hotspan;
import io.hotspan.HotspanOptions;
import io.hotspan.recording.OverloadPolicy;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.tracing.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** One of several programs that record into one journal: numbered spans, none of them lost. */
final class NumberingProcess {
    private static final int TEXT_BYTES = 300;

    private NumberingProcess() {}

    /** Arguments: directory of the journal, name of the spans, how many, size of the journal. */
    public static void main(final String[] arguments) {
        final Random random = new Random(arguments[1].hashCode());
        final byte[] text = new byte[TEXT_BYTES];
        try (Hotspan hotspan =
                Hotspan.open(
                        Path.of(arguments[0]),
                        HotspanOptions.builder()
                                .segmentBytes(1 << 20)
                                .maxBytes(Long.parseLong(arguments[3]))
                                .recording(
                                        RecordingSettings.builder()
                                                .overloadPolicy(OverloadPolicy.WAIT)
                                                .maxWait(Duration.ofMinutes(1))
                                                .build())
                                .build())) {
            final int count = Integer.parseInt(arguments[2]);
            for (int n = 1; n <= count; n++) {
                random.nextBytes(text); // so that it does not get smaller
                try (Span span = hotspan.tracer().startSpan(arguments[1])) {
                    span.setAttribute("n", n).setAttribute("text", (Object) text);
                }
            }
        }
    }
}
