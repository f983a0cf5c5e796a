package io.hotspan.agent.weaving;

import io.hotspan.agent.bridge.Handover;
import java.util.concurrent.RunnableScheduledFuture;
import net.bytebuddy.asm.Advice;

/** What is copied into the JDK's classes that hand work over. */
final class ContextAdvices {
    private ContextAdvices() {}

    /** Into a method that takes a task. */
    static final class HandOver {
        private HandOver() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) final Object task) {
            Handover.handOver(task);
        }
    }

    /** Into a method that takes a task behind something else. */
    static final class HandOverSecond {
        private HandOverSecond() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(1) final Object task) {
            Handover.handOver(task);
        }
    }

    /** Into a method that takes a task which may run again and again: then it is of no trace. */
    static final class HandOverOnce {
        private HandOverOnce() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) final RunnableScheduledFuture<?> task) {
            if (!task.isPeriodic()) {
                Handover.handOver(task);
            }
        }
    }

    /** Into a method of a task that hands itself over. */
    static final class HandOverSelf {
        private HandOverSelf() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.This final Object task) {
            Handover.handOver(task);
        }
    }

    /** Into a task's method that runs it. */
    static final class Run {
        private Run() {}

        @Advice.OnMethodEnter
        static Object enter(@Advice.This final Object task) {
            return Handover.begin(task);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(@Advice.Enter final Object scope) {
            Handover.end(scope);
        }
    }

    /** Into the constructor of a stage. */
    static final class StageMade {
        private StageMade() {}

        @Advice.OnMethodExit
        static void exit(@Advice.This final Object stage) {
            Handover.stageMade(stage);
        }
    }

    /** Into a stage's method that runs its function. */
    static final class StageRuns {
        private StageRuns() {}

        @Advice.OnMethodEnter
        static Object enter(@Advice.This final Object stage) {
            return Handover.stageRuns(stage);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(@Advice.Enter final Object scope) {
            Handover.end(scope);
        }
    }

    /** Into a pool's method that is called before a task. */
    static final class PoolRuns {
        private PoolRuns() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(1) final Object task) {
            Handover.poolRuns(task);
        }
    }

    /** Into a pool's method that is called behind it. */
    static final class PoolHasRun {
        private PoolHasRun() {}

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit() {
            Handover.poolHasRun();
        }
    }

    /** Into a pool's method that starts a thread, which will serve others too. */
    static final class WorkerStarts {
        private WorkerStarts() {}

        @Advice.OnMethodEnter
        static Object enter() {
            return Handover.withoutContext();
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(@Advice.Enter final Object scope) {
            Handover.end(scope);
        }
    }

    /** Into a thread's method that starts it. */
    static final class ThreadStarts {
        private ThreadStarts() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.This final Object thread) {
            Handover.threadStarts(thread);
        }
    }
}
