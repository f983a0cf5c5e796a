package io.hotspan.benchmarks;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What is the cheapest way from a thread to its recorder, which every span takes? Chosen: a small
 * cache by the thread's id, checked against the thread. Rejected, and kept here beside it: a
 * thread-local; one that holds its value weakly, so that a thread does not keep a closed recording;
 * a concurrent map. Baseline: nothing but the current thread.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar ThreadLookupBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class ThreadLookupBenchmark {
    private final ThreadLocal<Object> strong = ThreadLocal.withInitial(Object::new);
    private final ThreadLocal<WeakReference<Thread>> weak =
            ThreadLocal.withInitial(() -> new WeakReference<>(Thread.currentThread()));
    private final Map<Thread, Object> map = new ConcurrentHashMap<>();

    @Benchmark
    public Thread baselineCurrentThread() {
        return Thread.currentThread();
    }

    /** The code that is in use, with a look at whether the thread's first slot is taken. */
    @Benchmark
    public boolean cacheById(final TracerState state) {
        return state.handles.isRecording(1);
    }

    @Benchmark
    public Object threadLocal() {
        return strong.get();
    }

    @Benchmark
    public Object weakThreadLocal() {
        return weak.get().get();
    }

    @Benchmark
    public Object concurrentMap() {
        return map.computeIfAbsent(Thread.currentThread(), thread -> thread);
    }
}
