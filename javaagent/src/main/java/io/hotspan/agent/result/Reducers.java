package io.hotspan.agent.result;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Function;

/** What the outputs of a result are that came in elements. */
public final class Reducers {
    private Reducers() {}

    /**
     * The reducer of a name.
     *
     * @param name one of list, concat, count, first, last; or {@code package.Class#method}
     * @param loader of the class that names it; null is the boot loader
     * @throws IllegalArgumentException if it is none of them
     */
    public static Function<List<?>, Object> named(final String name, final ClassLoader loader) {
        return switch (name) {
            case "list" -> elements -> elements;
            case "concat" -> Reducers::concatenated;
            case "count" -> List::size;
            case "first" -> elements -> elements.isEmpty() ? null : elements.get(0);
            case "last" ->
                    elements -> elements.isEmpty() ? null : elements.get(elements.size() - 1);
            default -> ofProgram(name, loader);
        };
    }

    private static Object concatenated(final List<?> elements) {
        final StringBuilder text = new StringBuilder();
        elements.forEach(text::append);
        return text.toString();
    }

    /** Its class is loaded when the first result is reduced: now, another one is being loaded. */
    private static Function<List<?>, Object> ofProgram(
            final String name, final ClassLoader loader) {
        final int hash = name.indexOf('#');
        if (hash <= 0) {
            throw new IllegalArgumentException(
                    "no such reducer: "
                            + name
                            + ", allowed: list, concat, count, first, last, or"
                            + " package.Class#method");
        }
        return elements -> {
            try {
                final Method method =
                        Class.forName(name.substring(0, hash), true, loader)
                                .getDeclaredMethod(name.substring(hash + 1), List.class);
                method.setAccessible(true);
                return method.invoke(null, elements);
            } catch (final InvocationTargetException e) {
                return "<reducer " + name + " failed: " + e.getCause() + ">";
            } catch (final ReflectiveOperationException | RuntimeException e) {
                return "<no reducer " + name + ": " + e + ">";
            }
        };
    }
}
