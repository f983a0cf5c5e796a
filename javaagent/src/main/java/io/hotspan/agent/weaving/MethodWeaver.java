package io.hotspan.agent.weaving;

import io.hotspan.agent.bridge.Bridge;
import io.hotspan.agent.bridge.WovenCalls;
import io.hotspan.agent.bridge.WovenMethod;
import io.hotspan.agent.options.AgentOptions;
import io.hotspan.agent.options.MethodPattern;
import io.hotspan.tracing.Trace;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import net.bytebuddy.description.method.MethodDescription;

/**
 * Weaves spans into classes as they are loaded. A class that cannot be woven stays as it was, and
 * one line says so.
 */
public final class MethodWeaver implements ClassFileTransformer {
    private static final String OWN = "io/hotspan/";

    private final AgentOptions options;
    private final BiConsumer<String, Throwable> console;
    private final TracedMethods tracedMethods;
    private final Supplier<MethodTransformer> transformer;
    private final AgronaRenamer renamer = new AgronaRenamer();
    private final ClassFileText annotation =
            new ClassFileText("L" + Trace.class.getName().replace('.', '/') + ";");
    private final Map<ClassLoader, Boolean> reached =
            Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * A weaver.
     *
     * @param firstClass runs before the first class is woven
     * @param console hears lines for whoever runs the program; the cause may be null
     */
    public MethodWeaver(
            final AgentOptions options,
            final WovenCalls calls,
            final Runnable firstClass,
            final BiConsumer<String, Throwable> console) {
        this.options = options;
        this.console = console;
        tracedMethods =
                new TracedMethods(options, calls.tracer(), line -> console.accept(line, null));
        transformer = new Once<>(() -> transformer(calls, firstClass));
    }

    /** Weaves whatever is loaded from now on, and what a pattern names and is loaded already. */
    public void install(final Instrumentation instrumentation) {
        instrumentation.addTransformer(this, true);
        if (options.trace().isEmpty()) {
            return;
        }
        for (final Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (!patterns(loaded.getName()).isEmpty()
                    && instrumentation.isModifiableClass(loaded)) {
                try {
                    instrumentation.retransformClasses(loaded);
                } catch (final UnmodifiableClassException | RuntimeException | Error e) {
                    notWoven(loaded.getName(), loaded.getClassLoader(), e);
                }
            }
        }
    }

    @Override
    public byte[] transform(
            final Module module,
            final ClassLoader loader,
            final String internalName,
            final Class<?> loaded,
            final ProtectionDomain domain,
            final byte[] classFile) {
        if (internalName == null || isOurs(loader, internalName)) {
            return null;
        }
        try {
            final byte[] renamed =
                    loader != null && internalName.startsWith(OWN)
                            ? renamer.renamed(classFile)
                            : null;
            final byte[] woven = weave(loader, internalName, renamed == null ? classFile : renamed);
            return woven == null ? renamed : woven;
        } catch (final Throwable e) {
            notWoven(internalName.replace('/', '.'), loader, e);
            return null;
        }
    }

    private byte[] weave(
            final ClassLoader loader, final String internalName, final byte[] classFile) {
        final boolean annotated = annotation.isIn(classFile);
        if (!annotated && options.trace().isEmpty()) {
            return null;
        }
        final String name = internalName.replace('/', '.');
        final List<MethodPattern> patterns = patterns(name);
        if (!annotated && patterns.isEmpty()) {
            return null;
        }
        final ParsedClass parsed = new ParsedClass(name, classFile, loader);
        final Map<MethodDescription, WovenMethod> methods =
                tracedMethods.of(parsed.type(), loader, patterns);
        if (methods.isEmpty()) {
            return null;
        }
        if (!reachesBridge(loader)) {
            notWoven(name, loader, null);
            return null;
        }
        return transformer.get().woven(parsed, methods);
    }

    /** Byte Buddy is loaded by it, which a program that traces nothing need not wait for. */
    private static MethodTransformer transformer(
            final WovenCalls calls, final Runnable firstClass) {
        firstClass.run();
        return new MethodTransformer(calls);
    }

    private List<MethodPattern> patterns(final String className) {
        if (options.trace().isEmpty()) {
            return List.of();
        }
        final List<MethodPattern> matching = new ArrayList<>(1);
        for (final MethodPattern pattern : options.trace()) {
            if (pattern.matchesClass(className)) {
                matching.add(pattern);
            }
        }
        return matching;
    }

    private static boolean isOurs(final ClassLoader loader, final String internalName) {
        return MethodWeaver.class.getClassLoader().equals(loader)
                || loader == null && internalName.startsWith(OWN);
    }

    /** A loader that does not ask the boot loader (some of OSGi's) would not find the bridge. */
    private boolean reachesBridge(final ClassLoader loader) {
        return loader == null
                || reached.computeIfAbsent(
                        loader,
                        unknown -> {
                            try {
                                return Class.forName(Bridge.class.getName(), false, unknown)
                                        == Bridge.class;
                            } catch (final ClassNotFoundException | LinkageError e) {
                                return false;
                            }
                        });
    }

    private void notWoven(final String name, final ClassLoader loader, final Throwable cause) {
        console.accept(
                "not woven, left as it was: "
                        + name
                        + (cause == null
                                ? ": its class loader (" + loader + ") does not reach the agent"
                                : ""),
                cause);
    }
}
