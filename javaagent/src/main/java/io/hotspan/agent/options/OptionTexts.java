package io.hotspan.agent.options;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options' texts, from the first that gives one: the agent's arguments, system properties, the
 * environment, the file that {@code hotspan.config} names.
 */
final class OptionTexts {
    /** What an option was told, and by whom. */
    record Told(String text, String source) {}

    private static final Pattern NAMED =
            Pattern.compile("\\s*([a-zA-Z][a-zA-Z.]*)=(.*)", Pattern.DOTALL);

    private final Map<AgentOption, Told> texts = new EnumMap<>(AgentOption.class);
    private final List<String> warnings = new ArrayList<>();

    OptionTexts(
            final String arguments,
            final Properties system,
            final Map<String, String> environment) {
        readArguments(arguments);
        for (final AgentOption option : AgentOption.values()) {
            tell(option, system.getProperty(option.key()), "system property");
            tell(option, environment.get(option.environmentName()), "environment variable");
        }
        final Told file = texts.get(AgentOption.CONFIG);
        if (file != null) {
            readFile(Path.of(file.text()));
        }
        for (final String name : system.stringPropertyNames()) {
            if (name.startsWith(AgentOption.PREFIX) && AgentOption.named(name).isEmpty()) {
                warnings.add(
                        "no such option, ignored: -D"
                                + name
                                + "; there are "
                                + AgentOption.names());
            }
        }
    }

    Optional<Told> told(final AgentOption option) {
        return Optional.ofNullable(texts.get(option));
    }

    /** What may be a slip, in a line each. */
    List<String> warnings() {
        return warnings;
    }

    /** {@code name=value,name=value}; a part without a name belongs to the value before it. */
    private void readArguments(final String arguments) {
        AgentOption last = null;
        for (final String part : arguments.split(",", -1)) {
            final Matcher matcher = NAMED.matcher(part);
            if (matcher.matches()) {
                last = option(matcher.group(1), "agent argument");
                if (texts.containsKey(last)) {
                    throw new InvalidOptionException(
                            "option given twice: "
                                    + last.key()
                                    + " in the agent's arguments; give it once");
                }
                texts.put(last, new Told(matcher.group(2), "agent argument"));
            } else if (last != null) {
                texts.put(last, new Told(texts.get(last).text() + "," + part, "agent argument"));
            } else if (!part.isBlank()) {
                throw new InvalidOptionException(
                        "agent argument without a name: "
                                + part
                                + "; write -javaagent:hotspan-agent.jar=name=value,name=value with"
                                + " names of "
                                + AgentOption.names());
            }
        }
    }

    private void readFile(final Path file) {
        final Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (final IOException | IllegalArgumentException e) {
            throw new InvalidOptionException(
                    "cannot read the file of "
                            + AgentOption.CONFIG.key()
                            + ": "
                            + file
                            + " ("
                            + e
                            + ")");
        }
        for (final String name : properties.stringPropertyNames()) {
            tell(option(name, file.toString()), properties.getProperty(name), file.toString());
        }
    }

    private static AgentOption option(final String name, final String source) {
        return AgentOption.named(name)
                .orElseThrow(
                        () ->
                                new InvalidOptionException(
                                        "no such option: "
                                                + name
                                                + " ("
                                                + source
                                                + "); there are "
                                                + AgentOption.names()));
    }

    private void tell(final AgentOption option, final String text, final String source) {
        if (text != null) {
            texts.putIfAbsent(option, new Told(text, source));
        }
    }
}
