package io.hotspan.agent;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Opens to the agent what {@code hotspan.jvmargs} would open on the command line, and to the
 * program's class path too, so that a program that uses Hotspan itself needs no options either.
 */
final class ModuleOpener {
    /** Chronicle Queue maps its files with the first, Agrona reads and writes with the second. */
    private static final List<String> OPENED = List.of("java.lang.reflect", "jdk.internal.misc");

    private static final List<String> EXPORTED = List.of("sun.nio.ch", "jdk.internal.ref");
    private static final int FIRST_JDK_WITH_WARNINGS = 24;

    private final Instrumentation instrumentation;

    ModuleOpener(final Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    void open(final ClassLoader runtime) {
        final Module own = ModuleOpener.class.getModule();
        final Set<Module> readers =
                Set.of(
                        own,
                        runtime.getUnnamedModule(),
                        ClassLoader.getSystemClassLoader().getUnnamedModule());
        final Map<String, Set<Module>> opened =
                Map.of(OPENED.get(0), readers, OPENED.get(1), readers, "java.lang", Set.of(own));
        final Map<String, Set<Module>> exported =
                Map.of(EXPORTED.get(0), readers, EXPORTED.get(1), readers);
        instrumentation.redefineModule(
                Object.class.getModule(), Set.of(), exported, opened, Set.of(), Map.of());
        if (Runtime.version().feature() >= FIRST_JDK_WITH_WARNINGS) {
            quieten();
        }
    }

    /** Does what {@code --enable-native-access} and the like would do: they cannot be asked for. */
    private static void quieten() {
        try {
            final Method enable =
                    Module.class.getDeclaredMethod("implAddEnableNativeAccessToAllUnnamed");
            enable.setAccessible(true);
            enable.invoke(null);
            final Class<?> unsafe = Class.forName("sun.misc.Unsafe");
            final Field warned = unsafe.getDeclaredField("memoryAccessWarned");
            warned.setAccessible(true);
            warned.setBoolean(null, true);
        } catch (final ReflectiveOperationException | RuntimeException e) {
            System.err.println(
                    "hotspan: this JDK warns of native access next (" + e + "); it does no harm");
        }
    }
}
