package io.hotspan.cli;

import io.hotspan.model.TraceId;
import io.hotspan.replay.Replay;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out which trace an argument means: a whole id, or the first digits of one. */
final class TraceIdArgument {
    private static final String PREFIX = "tr-";
    private static final int ID_LENGTH = 32;
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{6,32}");
    private static final Pattern ZEROS = Pattern.compile("0{32}");

    private TraceIdArgument() {}

    /**
     * The ids that are meant. A whole id is not looked for in the journal; for first digits all of
     * it is read.
     *
     * @return none if the text cannot be an id, or no trace begins with it; two if several do
     */
    static List<TraceId> find(final String text, final Replay replay) {
        final String lower = text.toLowerCase(Locale.ROOT);
        final String digits = lower.startsWith(PREFIX) ? lower.substring(PREFIX.length()) : lower;
        if (!DIGITS.matcher(digits).matches() || ZEROS.matcher(digits).matches()) {
            return List.of();
        }
        if (digits.length() == ID_LENGTH) {
            return List.of(TraceId.parse(digits));
        }
        final Set<TraceId> found = new LinkedHashSet<>();
        replay.forEachTrace(
                trace -> {
                    final TraceId id = TraceId.parse(trace.traceId());
                    if (found.size() < 2 && id.hex().startsWith(digits)) {
                        found.add(id);
                    }
                });
        return List.copyOf(found);
    }
}
