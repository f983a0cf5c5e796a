package io.hotspan.agent.weaving;

import io.hotspan.agent.bridge.WovenCalls;
import io.hotspan.agent.bridge.WovenMethod;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.TypeResolutionStrategy;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.matcher.ElementMatchers;

/** Puts the calls of the bridge into methods. No class gets a field or a method more by it. */
final class MethodTransformer {
    private final WovenCalls calls;
    private final ByteBuddy byteBuddy =
            new ByteBuddy()
                    .with(TypeValidation.DISABLED)
                    .with(InstrumentedType.Factory.Default.FROZEN)
                    .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
                    .with(Implementation.Context.Disabled.Factory.INSTANCE);
    private final ClassFileLocator advices =
            ClassFileLocator.ForClassLoader.of(MethodTransformer.class.getClassLoader());

    MethodTransformer(final WovenCalls calls) {
        this.calls = calls;
    }

    byte[] woven(final ParsedClass parsed, final Map<MethodDescription, WovenMethod> methods) {
        AsmVisitorWrapper.ForDeclaredMethods visitor = new AsmVisitorWrapper.ForDeclaredMethods();
        for (final Map.Entry<MethodDescription, WovenMethod> entry : methods.entrySet()) {
            visitor =
                    visitor.method(
                            ElementMatchers.is(entry.getKey()),
                            advice(entry.getKey(), entry.getValue()));
        }
        return byteBuddy
                .decorate(parsed.type(), parsed.locator())
                .visit(visitor)
                .make(TypeResolutionStrategy.Disabled.INSTANCE, parsed.pool())
                .getBytes();
    }

    private Advice advice(final MethodDescription method, final WovenMethod woven) {
        final boolean inputs = woven.capturesInputs() && !method.getParameters().isEmpty();
        final boolean output =
                woven.capturesOutput() && !method.getReturnType().represents(void.class);
        return Advice.withCustomMapping()
                .bind(MethodIndex.class, calls.add(woven))
                .to(
                        inputs ? Advices.EnterWithInputs.class : Advices.Enter.class,
                        output ? Advices.ExitWithOutput.class : Advices.Exit.class,
                        advices);
    }
}
