package io.hotspan.agent.weaving;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.dynamic.TypeResolutionStrategy;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;

/** Changes the code of methods. No class gets a field or a method more by it. */
final class ClassWeaver {
    private final ByteBuddy byteBuddy =
            new ByteBuddy()
                    .with(TypeValidation.DISABLED)
                    .with(InstrumentedType.Factory.Default.FROZEN)
                    .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
                    .with(Implementation.Context.Disabled.Factory.INSTANCE);

    byte[] woven(final ParsedClass parsed, final AsmVisitorWrapper visitor) {
        return byteBuddy
                .decorate(parsed.type(), parsed.locator())
                .visit(visitor)
                .make(TypeResolutionStrategy.Disabled.INSTANCE, parsed.pool())
                .getBytes();
    }
}
