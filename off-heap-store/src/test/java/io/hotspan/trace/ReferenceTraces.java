package io.hotspan.trace;

import io.hotspan.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The traces that the reference itself made; see {@code src/test/reference}. */
public final class ReferenceTraces {
    private ReferenceTraces() {}

    /**
     * One case.
     *
     * @param name of the case
     * @param note where the reference differs from Hotspan; may be null
     * @param trace the trace as JSON was read; null where the reference could not give it
     */
    public record Case(String name, String note, Map<?, ?> trace) {
        /** The trace as JSON text. */
        public String traceJson() {
            return Json.write(trace);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All cases, by name. */
    public static List<Case> all() {
        try (Stream<Path> files =
                Files.list(Path.of(ReferenceTraces.class.getResource("/reference").toURI()))) {
            return files.map(ReferenceTraces::read)
                    .sorted(Comparator.comparing(Case::name))
                    .toList();
        } catch (final IOException | URISyntaxException e) {
            throw new IllegalStateException("the reference traces cannot be listed", e);
        }
    }

    /** One case by its name. */
    public static Case named(final String name) {
        return all().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    private static Case read(final Path file) {
        try {
            final Map<?, ?> document = (Map<?, ?>) Json.read(Files.readString(file));
            return new Case(
                    (String) document.get("case"),
                    (String) document.get("note"),
                    (Map<?, ?>) document.get("trace"));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
