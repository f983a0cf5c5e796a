package io.hotspan.agent.options;

import io.hotspan.recording.OverloadPolicy;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the agent was told, checked. Immutable.
 *
 * @param trace methods to trace besides the annotated ones
 * @param exclude methods not to trace, annotated or not
 * @param propagate across what context follows the work
 * @param autolog libraries that are traced without a change to the program
 * @param warnings what may be a slip, in a line each
 */
public record AgentOptions(
        Path dir,
        List<MethodPattern> trace,
        List<MethodPattern> exclude,
        Set<String> propagate,
        Set<String> autolog,
        boolean captureInputs,
        boolean captureOutput,
        boolean enabled,
        double sampling,
        OverloadPolicy overload,
        int ringBytes,
        long maxBytes,
        Duration closeLimit,
        List<String> warnings) {
    private static final Set<String> ALL_PROPAGATION =
            Set.of(AgentOption.PROPAGATE.defaultText().split(","));
    private static final Set<String> ALL_AUTOLOG = Set.of("openai");
    private static final int MAX_CLOSE_SECONDS = 3600;
    private static final int MIN_RING_BYTES = 1 << 16;
    private static final int MAX_RING_BYTES = 1 << 30;

    /**
     * Reads and checks the options.
     *
     * @throws InvalidOptionException naming the first option that is wrong, and what is allowed
     */
    public static AgentOptions read(
            final String arguments,
            final Properties system,
            final Map<String, String> environment) {
        final OptionTexts texts = new OptionTexts(arguments, system, environment);
        return new AgentOptions(
                get(texts, AgentOption.DIR),
                get(texts, AgentOption.TRACE),
                get(texts, AgentOption.EXCLUDE),
                get(texts, AgentOption.PROPAGATE),
                get(texts, AgentOption.AUTOLOG),
                get(texts, AgentOption.CAPTURE_INPUTS),
                get(texts, AgentOption.CAPTURE_OUTPUT),
                get(texts, AgentOption.ENABLED),
                get(texts, AgentOption.SAMPLING),
                get(texts, AgentOption.OVERLOAD),
                get(texts, AgentOption.RING_BYTES),
                get(texts, AgentOption.MAX_BYTES),
                get(texts, AgentOption.CLOSE_SECONDS),
                List.copyOf(texts.warnings()));
    }

    @SuppressWarnings({
        "unchecked",
        "TypeParameterUnusedInFormals"
    }) // of the type that the caller's component has
    private static <T> T get(final OptionTexts texts, final AgentOption option) {
        final OptionTexts.Told told =
                texts.told(option)
                        .orElse(new OptionTexts.Told(option.defaultText(), "the default"));
        try {
            return (T) parsed(option, told.text().strip());
        } catch (final IllegalArgumentException e) {
            throw new InvalidOptionException(
                    "option out of range: "
                            + option.key()
                            + "="
                            + told.text()
                            + " ("
                            + told.source()
                            + "), allowed: "
                            + option.allowed()
                            + (e.getMessage() == null ? "" : "; " + e.getMessage()));
        }
    }

    /* A switch, and no method references: each of those takes the JVM a millisecond to link, and
     * this runs before the program starts. */
    private static Object parsed(final AgentOption option, final String text) {
        return switch (option) {
            case CONFIG, DIR -> path(text);
            case TRACE, EXCLUDE -> patterns(text);
            case PROPAGATE -> some(text, ALL_PROPAGATION);
            case AUTOLOG -> some(text, ALL_AUTOLOG);
            case CAPTURE_INPUTS, CAPTURE_OUTPUT, ENABLED -> truth(text);
            case SAMPLING -> ratio(text);
            case OVERLOAD -> policy(text);
            case RING_BYTES -> ringBytes(text);
            case MAX_BYTES -> whole(text, 1, Long.MAX_VALUE);
            case CLOSE_SECONDS -> Duration.ofSeconds(whole(text, 0, MAX_CLOSE_SECONDS));
        };
    }

    private static Path path(final String text) {
        if (text.isEmpty()) {
            throw new InvalidPathException(text, "empty");
        }
        return Path.of(text).toAbsolutePath();
    }

    private static List<MethodPattern> patterns(final String text) {
        final List<MethodPattern> patterns = new ArrayList<>();
        for (final String part : parts(text)) {
            patterns.add(MethodPattern.parse(part));
        }
        return List.copyOf(patterns);
    }

    private static Set<String> some(final String text, final Set<String> all) {
        if (text.equals("none") || text.isEmpty()) {
            return Set.of();
        }
        final Set<String> chosen = new TreeSet<>(parts(text));
        for (final String choice : chosen) {
            if (!all.contains(choice)) {
                throw new IllegalArgumentException("not one of them: " + choice);
            }
        }
        return Set.copyOf(chosen);
    }

    private static boolean truth(final String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither of them");
        }
        return text.equals("true");
    }

    private static double ratio(final String text) {
        final double ratio = Double.parseDouble(text);
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("not in the range");
        }
        return ratio;
    }

    private static OverloadPolicy policy(final String text) {
        return switch (text) {
            case "drop" -> OverloadPolicy.DROP;
            case "wait" -> OverloadPolicy.WAIT;
            default -> throw new IllegalArgumentException("neither of them");
        };
    }

    private static int ringBytes(final String text) {
        final long bytes = whole(text, MIN_RING_BYTES, MAX_RING_BYTES);
        if (Long.bitCount(bytes) != 1) {
            throw new IllegalArgumentException("not a power of two");
        }
        return (int) bytes;
    }

    private static long whole(final String text, final long min, final long max) {
        final long number = Long.parseLong(text);
        if (number < min || number > max) {
            throw new IllegalArgumentException("not in the range");
        }
        return number;
    }

    private static List<String> parts(final String text) {
        final List<String> parts = new ArrayList<>();
        for (final String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }
}
