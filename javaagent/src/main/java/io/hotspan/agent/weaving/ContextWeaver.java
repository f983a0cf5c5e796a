package io.hotspan.agent.weaving;

import io.hotspan.agent.bridge.Handover;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.asm.MemberSubstitution;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatcher.Junction;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Weaves into the JDK's executors and threads that contexts go with the work. Done once, before the
 * first span is opened: until then there is no context to take along.
 */
public final class ContextWeaver implements ClassFileTransformer {
    private static final String COMPLETION = "java.util.concurrent.CompletableFuture$UniCompletion";

    private final Set<String> chosen;
    private final BiConsumer<String, Throwable> console;
    private final Map<String, AsmVisitorWrapper> byClass = new HashMap<>();
    private final ClassFileLocator advices =
            ClassFileLocator.ForClassLoader.of(ContextWeaver.class.getClassLoader());
    private final ClassWeaver weaver = new ClassWeaver();

    /**
     * A weaver.
     *
     * @param chosen across what contexts go, as {@code hotspan.propagate} names them
     * @param console hears lines for whoever runs the program; the cause may be null
     */
    public ContextWeaver(final Set<String> chosen, final BiConsumer<String, Throwable> console) {
        this.chosen = chosen;
        this.console = console;
    }

    /** Weaves the classes that are chosen. */
    public void install(final Instrumentation instrumentation) {
        chooseThreadPools();
        chooseForkJoin();
        chooseCompletableFuture();
        chooseThreads();
        if (byClass.isEmpty()) {
            return;
        }
        instrumentation.addTransformer(this, true);
        for (final Class<?> type : loaded()) {
            try {
                instrumentation.retransformClasses(type);
            } catch (final UnmodifiableClassException | RuntimeException | Error e) {
                notWoven(type.getName(), e);
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
        if (loader != null || internalName == null) {
            return null;
        }
        final String name = internalName.replace('/', '.');
        final AsmVisitorWrapper visitor = byClass.get(name);
        if (visitor == null) {
            return null;
        }
        try {
            return weaver.woven(new ParsedClass(name, classFile, null), visitor);
        } catch (final Throwable e) {
            notWoven(name, e);
            return null;
        }
    }

    private void notWoven(final String name, final Throwable cause) {
        console.accept("contexts do not pass through " + name + ", left as it was", cause);
    }

    private void chooseThreadPools() {
        if (!chosen.contains("thread-pools")) {
            return;
        }
        byClass.put(
                "java.util.concurrent.ThreadPoolExecutor",
                new AsmVisitorWrapper.Compound(
                        on(ContextAdvices.HandOver.class, named("execute")),
                        replaced(Runnable.class, "run", "run").on(named("runWorker")),
                        on(ContextAdvices.WorkerStarts.class, named("addWorker"))));
        byClass.put(
                "java.util.concurrent.ScheduledThreadPoolExecutor",
                on(
                        ContextAdvices.HandOverOnce.class,
                        named("delayedExecute").and(ElementMatchers.takesArguments(1))));
    }

    private void chooseForkJoin() {
        if (!chosen.contains("fork-join")) {
            return;
        }
        byClass.put(
                "java.util.concurrent.ForkJoinTask",
                new AsmVisitorWrapper.Compound(
                        on(ContextAdvices.HandOverSelf.class, named("fork")),
                        on(ContextAdvices.Run.class, named("doExec"))));
        byClass.put(
                "java.util.concurrent.ForkJoinPool",
                new AsmVisitorWrapper.Compound(
                        // JDK 17 to 20 have the one, later ones both
                        on(
                                ContextAdvices.HandOver.class,
                                named("externalSubmit").and(ElementMatchers.takesArguments(1))),
                        on(
                                ContextAdvices.HandOverSecond.class,
                                named("poolSubmit").and(ElementMatchers.takesArguments(2)))));
    }

    private void chooseCompletableFuture() {
        if (!chosen.contains("completable-future")) {
            return;
        }
        byClass.put(
                COMPLETION, on(ContextAdvices.StageMade.class, ElementMatchers.isConstructor()));
        for (final Class<?> nested : CompletableFuture.class.getDeclaredClasses()) {
            if (isStage(nested)) {
                byClass.put(nested.getName(), on(ContextAdvices.StageRuns.class, named("tryFire")));
            }
        }
    }

    private void chooseThreads() {
        if (chosen.contains("threads")) {
            byClass.put("java.lang.Thread", on(ContextAdvices.ThreadStarts.class, named("start")));
        }
        if (chosen.contains("virtual-threads")) {
            byClass.put(
                    "java.lang.VirtualThread",
                    on(
                            ContextAdvices.ThreadStarts.class,
                            named("start").and(ElementMatchers.takesArguments(1))));
        }
    }

    /** A stage with a function of the program's: those alone have a tryFire that matters. */
    private static boolean isStage(final Class<?> nested) {
        for (Class<?> above = nested.getSuperclass();
                above != null;
                above = above.getSuperclass()) {
            if (above.getName().equals(COMPLETION)) {
                return Stream.of(nested.getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals("tryFire"));
            }
        }
        return false;
    }

    /** Those that are there; others are woven when they are loaded. */
    private List<Class<?>> loaded() {
        final List<Class<?>> found = new ArrayList<>();
        for (final String name : byClass.keySet()) {
            find(name).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Class<?>> find(final String name) {
        try {
            return Optional.of(Class.forName(name, false, null));
        } catch (final ClassNotFoundException e) {
            return Optional.empty(); // virtual threads, before JDK 21
        }
    }

    private AsmVisitorWrapper on(
            final Class<?> advice, final Junction<? super MethodDescription> methods) {
        return new AsmVisitorWrapper.ForDeclaredMethods()
                .invokable(
                        methods.and(ElementMatchers.not(ElementMatchers.isAbstract()))
                                .and(ElementMatchers.not(ElementMatchers.isNative())),
                        Advice.to(advice, advices));
    }

    private static MemberSubstitution replaced(
            final Class<?> type, final String method, final String by) {
        try {
            return MemberSubstitution.relaxed()
                    .method(
                            named(method)
                                    .and(
                                            ElementMatchers.isDeclaredBy(
                                                    TypeDescription.ForLoadedType.of(type)))
                                    .and(ElementMatchers.takesNoArguments()))
                    .replaceWith(Handover.class.getMethod(by, type));
        } catch (final NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Junction<MethodDescription> named(final String name) {
        return ElementMatchers.named(name);
    }
}
