package io.hotspan.agent.autolog;

import io.hotspan.agent.bridge.ClientBridge;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.function.BiConsumer;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;

/**
 * Weaves the four client classes of the OpenAI SDK: the services that they hand out are traced.
 * Every client is one of these, however it was built, and stays what it is.
 */
public final class OpenAiWeaver implements ClassFileTransformer {
    private static final Set<String> CLIENTS =
            Set.of(
                    "com/openai/client/OpenAIClientImpl",
                    "com/openai/client/OpenAIClientImpl$WithRawResponseImpl",
                    "com/openai/client/OpenAIClientAsyncImpl",
                    "com/openai/client/OpenAIClientAsyncImpl$WithRawResponseImpl");

    private final Runnable firstClass;
    private final BiConsumer<String, Throwable> console;

    /**
     * A weaver.
     *
     * @param firstClass runs before a class is woven
     * @param console hears lines for whoever runs the program
     */
    public OpenAiWeaver(final Runnable firstClass, final BiConsumer<String, Throwable> console) {
        this.firstClass = firstClass;
        this.console = console;
    }

    @Override
    public byte[] transform(
            final Module module,
            final ClassLoader loader,
            final String internalName,
            final Class<?> loaded,
            final ProtectionDomain domain,
            final byte[] classFile) {
        if (internalName == null || !CLIENTS.contains(internalName)) {
            return null;
        }
        final String name = internalName.replace('/', '.');
        try {
            firstClass.run();
            return woven(name, classFile, loader);
        } catch (final Throwable e) {
            console.accept("not woven, left as it was: " + name, e);
            return null;
        }
    }

    private static byte[] woven(
            final String name, final byte[] classFile, final ClassLoader loader) {
        final ClassFileLocator locator =
                new ClassFileLocator.Compound(
                        ClassFileLocator.Simple.of(name, classFile),
                        ClassFileLocator.ForClassLoader.of(loader));
        final TypePool pool = TypePool.Default.of(locator);
        final TypeDescription type = pool.describe(name).resolve();
        final ClassFileLocator advices =
                ClassFileLocator.ForClassLoader.of(OpenAiWeaver.class.getClassLoader());
        return new ByteBuddy()
                .with(TypeValidation.DISABLED)
                .decorate(type, locator)
                .visit(
                        Advice.to(TypeDescription.ForLoadedType.of(HandOut.class), advices)
                                .on(
                                        ElementMatchers.namedOneOf(
                                                        "chat",
                                                        "responses",
                                                        "completions",
                                                        "embeddings")
                                                .and(ElementMatchers.takesNoArguments())
                                                .and(
                                                        ElementMatchers.not(
                                                                ElementMatchers.isAbstract()))))
                .make(pool)
                .getBytes();
    }

    /** What is copied to the end of the methods that hand out services. */
    static final class HandOut {
        private HandOut() {}

        @Advice.OnMethodExit
        @SuppressWarnings("UnusedVariable") // what is assigned is what the woven method returns
        static void exit(
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC)
                        Object returned) {
            returned = ClientBridge.traced(returned);
        }
    }
}
