package io.hotspan.agent.options;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The options there are. Documented in docs/agent.md, which a test compares with this. */
public enum AgentOption {
    CONFIG("config", "", "a file of properties"),
    DIR("dir", "hotspan-journal", "a journal's directory, or a new one"),
    TRACE("trace", "", "patterns: package.Class#method, with * and **"),
    EXCLUDE("exclude", "", "patterns: package.Class#method, with * and **"),
    PROPAGATE(
            "propagate",
            "thread-pools,fork-join,completable-future,threads,virtual-threads",
            "some of thread-pools, fork-join, completable-future, threads, virtual-threads; or"
                    + " none"),
    AUTOLOG("autolog", "none", "some of openai; or none"),
    CAPTURE_INPUTS("capture.inputs", "true", "true or false"),
    CAPTURE_OUTPUT("capture.output", "true", "true or false"),
    ENABLED("enabled", "true", "true or false"),
    SAMPLING("sampling", "1.0", "0.0 to 1.0"),
    OVERLOAD("overload", "drop", "drop or wait"),
    RING_BYTES("ring.bytes", "2097152", "a power of two from 65536 to 1073741824"),
    MAX_BYTES("max.bytes", "9223372036854775807", "a whole number from 1 on"),
    CLOSE_SECONDS("close.seconds", "10", "a whole number from 0 to 3600");

    /** What system properties and files begin option names with; agent arguments may. */
    public static final String PREFIX = "hotspan.";

    private final String shortName;
    private final String defaultText;
    private final String allowed;

    AgentOption(final String shortName, final String defaultText, final String allowed) {
        this.shortName = shortName;
        this.defaultText = defaultText;
        this.allowed = allowed;
    }

    /** The name, {@code hotspan.…}: as a system property, and in a file. */
    public String key() {
        return PREFIX + shortName;
    }

    /** The name in the environment, {@code HOTSPAN_…}. */
    public String environmentName() {
        return key().toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** What holds if nobody says anything. */
    public String defaultText() {
        return defaultText;
    }

    /** What values there may be. */
    public String allowed() {
        return allowed;
    }

    /** The option of a name, with the prefix or without. */
    static Optional<AgentOption> named(final String name) {
        final String shortName = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        for (final AgentOption option : values()) {
            if (option.shortName.equals(shortName)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    /** All names, for error messages. */
    static String names() {
        return String.join(
                ", ", Arrays.stream(values()).map(AgentOption::key).toArray(String[]::new));
    }
}
