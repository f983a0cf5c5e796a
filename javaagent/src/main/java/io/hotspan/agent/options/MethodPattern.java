package io.hotspan.agent.options;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which methods to trace: {@code package.Class#method}. A star stands for any part of a name, two
 * stars for any number of packages. Without a method, all methods of the class are meant that other
 * classes can see, except those of every object.
 */
public final class MethodPattern {
    /** What recording itself uses, or the JVM: spans there would be about spans, without end. */
    private static final List<String> REFUSED =
            List.of(
                    "java.lang.",
                    "java.util.",
                    "java.io.",
                    "java.nio.",
                    "jdk.internal.",
                    "sun.misc.",
                    "sun.nio.",
                    "sun.launcher.",
                    "sun.instrument.");

    private static final Pattern SYNTAX = Pattern.compile("[\\w$.*]+(#[\\w$*]+)?");
    private static final String EVERY_METHOD = "*";

    private final String text;
    private final Pattern className;
    private final Pattern methodName;
    private final String classPrefix;
    private final boolean namesMethods;

    private MethodPattern(final String text, final String classGlob, final String methodGlob) {
        this.text = text;
        className = glob(classGlob);
        methodName = glob(methodGlob);
        final int star = classGlob.indexOf('*');
        classPrefix = star < 0 ? classGlob : classGlob.substring(0, star);
        namesMethods = methodGlob.chars().anyMatch(c -> c != '*');
    }

    /**
     * The pattern that a text tells.
     *
     * @throws IllegalArgumentException if it is none, or one of classes that are not traced
     */
    public static MethodPattern parse(final String text) {
        if (!SYNTAX.matcher(text).matches()) {
            throw new IllegalArgumentException("not a pattern: " + text);
        }
        final int hash = text.indexOf('#');
        final String classGlob = hash < 0 ? text : text.substring(0, hash);
        if (classGlob.startsWith("*")) {
            throw new IllegalArgumentException(
                    "too wide: " + text + "; begin with the name of a package or class");
        }
        for (final String refused : REFUSED) {
            if (classGlob.startsWith(refused)) {
                throw new IllegalArgumentException(
                        "not traced, since tracing itself uses them: classes of "
                                + String.join(" ", REFUSED)
                                + " ("
                                + text
                                + ")");
            }
        }
        return new MethodPattern(
                text, classGlob, hash < 0 ? EVERY_METHOD : text.substring(hash + 1));
    }

    /** Whether methods of a class may match. The name has dots, and a $ before a nested class. */
    public boolean matchesClass(final String name) {
        return name.startsWith(classPrefix)
                && className.matcher(name).matches()
                && REFUSED.stream().noneMatch(name::startsWith);
    }

    /** Whether a method of a matching class matches. */
    public boolean matchesMethod(final String name) {
        return methodName.matcher(name).matches();
    }

    /** Whether it says which methods, and not just all; only then private ones are meant too. */
    public boolean namesMethods() {
        return namesMethods;
    }

    @Override
    public String toString() {
        return text;
    }

    private static Pattern glob(final String glob) {
        final StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (glob.charAt(i) == '*') {
                regex.append("[^.]*");
            } else {
                regex.append(Pattern.quote(glob.substring(i, i + 1)));
            }
        }
        return Pattern.compile(regex.toString());
    }
}
