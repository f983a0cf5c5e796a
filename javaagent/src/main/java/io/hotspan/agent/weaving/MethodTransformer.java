package io.hotspan.agent.weaving;

import io.hotspan.agent.bridge.WovenCalls;
import io.hotspan.agent.bridge.WovenMethod;
import io.hotspan.agent.result.ResultKind;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatchers;

/** Puts the calls of the bridge into methods. */
final class MethodTransformer {
    private final WovenCalls calls;
    private final ClassWeaver weaver = new ClassWeaver();
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
        return weaver.woven(parsed, visitor);
    }

    private Advice advice(final MethodDescription method, final WovenMethod woven) {
        if (woven.resultKind() != ResultKind.PLAIN) {
            return advice(woven, Advices.EnterAsync.class, Advices.ExitAsync.class);
        }
        final boolean inputs = woven.capturesInputs() && !method.getParameters().isEmpty();
        final boolean output =
                woven.capturesOutput() && !method.getReturnType().represents(void.class);
        return advice(
                woven,
                inputs ? Advices.EnterWithInputs.class : Advices.Enter.class,
                output ? Advices.ExitWithOutput.class : Advices.Exit.class);
    }

    private Advice advice(final WovenMethod woven, final Class<?> enter, final Class<?> exit) {
        return Advice.withCustomMapping()
                .bind(MethodIndex.class, calls.add(woven))
                .to(enter, exit, advices);
    }
}
