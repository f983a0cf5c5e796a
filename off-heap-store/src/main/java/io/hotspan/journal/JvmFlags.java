package io.hotspan.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * The JVM options that writing a journal needs: Chronicle Queue and Agrona reach into {@code
 * java.base}. They are checked before any class of these libraries is loaded, for these fail late
 * and unclearly.
 */
public final class JvmFlags {
    private static final String AGRONA = "jdk.internal.misc";
    private static final int FIRST_JDK_WITH_NATIVE_ACCESS_WARNING = 24;

    private JvmFlags() {}

    /**
     * Does nothing if the running JVM has all options that a writer needs.
     *
     * @throws MissingJvmFlagsException lists exactly the options to add
     */
    public static void check() {
        check(missing());
    }

    /**
     * Does nothing if the running JVM has the one option that a reader needs, which is Agrona's.
     *
     * @throws MissingJvmFlagsException lists the option to add
     */
    static void checkForReading() {
        final List<String> missing = new ArrayList<>();
        addMissing("--add-opens", AGRONA, missing);
        check(missing);
    }

    private static void check(final List<String> missing) {
        if (!missing.isEmpty()) {
            missing.addAll(quieting());
            throw new MissingJvmFlagsException(missing);
        }
    }

    private static List<String> missing() {
        final List<String> missing = new ArrayList<>();
        addMissing("--add-opens", "java.lang.reflect", missing);
        addMissing("--add-opens", AGRONA, missing);
        addMissing("--add-exports", "sun.nio.ch", missing);
        addMissing("--add-exports", "jdk.internal.ref", missing);
        return missing;
    }

    private static void addMissing(
            final String option, final String packageName, final List<String> missing) {
        final Module base = Object.class.getModule();
        final Module libraries = JvmFlags.class.getModule();
        final boolean isThere =
                option.equals("--add-opens")
                        ? base.isOpen(packageName, libraries)
                        : base.isExported(packageName, libraries);
        if (!isThere) {
            missing.add(option + "=java.base/" + packageName + "=ALL-UNNAMED");
        }
    }

    /** Options without which newer JDKs print warnings; older ones do not know the second. */
    private static List<String> quieting() {
        return Runtime.version().feature() < FIRST_JDK_WITH_NATIVE_ACCESS_WARNING
                ? List.of()
                : List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow");
    }
}
