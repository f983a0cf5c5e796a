package io.hotspan.agent.weaving;

import io.hotspan.agent.bridge.Bridge;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * What is copied into woven methods, before and behind their own code. Each nested class is one
 * choice of what is captured; none does more than to call the bridge.
 */
final class Advices {
    private Advices() {}

    static final class Enter {
        private Enter() {}

        @Advice.OnMethodEnter
        static long enter(@MethodIndex final int methodIndex) {
            return Bridge.enter(methodIndex);
        }
    }

    static final class EnterWithInputs {
        private EnterWithInputs() {}

        @Advice.OnMethodEnter
        static long enter(
                @MethodIndex final int methodIndex,
                @Advice.AllArguments(typing = Assigner.Typing.DYNAMIC) final Object[] arguments) {
            return Bridge.enter(methodIndex, arguments);
        }
    }

    static final class Exit {
        private Exit() {}

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(@Advice.Enter final long handle, @Advice.Thrown final Throwable thrown) {
            Bridge.exit(handle, thrown);
        }
    }

    static final class ExitWithOutput {
        private ExitWithOutput() {}

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(
                @Advice.Enter final long handle,
                @Advice.Return(typing = Assigner.Typing.DYNAMIC) final Object result,
                @Advice.Thrown final Throwable thrown) {
            Bridge.exit(handle, result, thrown);
        }
    }

    static final class EnterAsync {
        private EnterAsync() {}

        @Advice.OnMethodEnter
        static Object enter(
                @MethodIndex final int methodIndex,
                @Advice.AllArguments(typing = Assigner.Typing.DYNAMIC) final Object[] arguments) {
            return Bridge.enterAsync(methodIndex, arguments);
        }
    }

    @SuppressWarnings("UnusedVariable") // Byte Buddy returns what is assigned
    static final class ExitAsync {
        private ExitAsync() {}

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(
                @Advice.Enter final Object call,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object result,
                @Advice.Thrown final Throwable thrown) {
            result = Bridge.exitAsync(call, result, thrown);
        }
    }
}
