package io.hotspan.agent.weaving;

import io.hotspan.agent.bridge.Handover;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
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
    private static final String STAGES = "java.util.concurrent.CompletableFuture$";

    private final Set<String> chosen;
    private final BiConsumer<String, Throwable> console;
    private final Map<String, AsmVisitorWrapper> byClass = new HashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
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
        // What is not loaded yet is woven when it is. Twice, for what was being loaded just now.
        weaveLoaded(instrumentation);
        weaveLoaded(instrumentation);
    }

    private void weaveLoaded(final Instrumentation instrumentation) {
        for (final Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getClassLoader() == null
                    && isChosen(type.getName())
                    && !seen.contains(type.getName())) {
                try {
                    instrumentation.retransformClasses(type);
                } catch (final UnmodifiableClassException | RuntimeException | Error e) {
                    notWoven(type.getName(), e);
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
        if (loader != null || internalName == null) {
            return null;
        }
        final String name = internalName.replace('/', '.');
        if (!isChosen(name)) {
            return null;
        }
        seen.add(name);
        try {
            final ParsedClass parsed = new ParsedClass(name, classFile, null);
            final AsmVisitorWrapper visitor = visitor(name, parsed.type());
            return visitor == null ? null : weaver.woven(parsed, visitor);
        } catch (final Throwable e) {
            notWoven(name, e);
            return null;
        }
    }

    private boolean isChosen(final String name) {
        return byClass.containsKey(name)
                || name.startsWith(STAGES) && chosen.contains("completable-future");
    }

    /**
     * What is woven into a class; null for a nested one of CompletableFuture's that is no stage.
     */
    private AsmVisitorWrapper visitor(final String name, final TypeDescription type) {
        final AsmVisitorWrapper visitor = byClass.get(name);
        return visitor == null && isStage(type)
                ? on(ContextAdvices.StageRuns.class, named("tryFire"))
                : visitor;
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
                        // threads that are at work already stay in the old runWorker
                        on(ContextAdvices.PoolRuns.class, named("beforeExecute")),
                        on(ContextAdvices.PoolHasRun.class, named("afterExecute")),
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
    private static boolean isStage(final TypeDescription type) {
        if (type.getDeclaredMethods().filter(named("tryFire")).isEmpty()) {
            return false;
        }
        for (TypeDescription.Generic above = type.getSuperClass();
                above != null;
                above = above.getSuperClass()) {
            if (above.asErasure().getName().equals(COMPLETION)) {
                return true;
            }
        }
        return false;
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
