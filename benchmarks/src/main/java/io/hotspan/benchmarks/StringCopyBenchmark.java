package io.hotspan.benchmarks;

import io.hotspan.memory.Memory;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.agrona.BufferUtil;
import org.agrona.UnsafeApi;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to bring a short text into a ring? The chosen way copies the array that the JDK
 * keeps a Latin-1 text in; the rejected one, by public methods alone, walks over the characters,
 * copies them to an array, and the array to the ring. Baseline: the length.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar StringCopyBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class StringCopyBenchmark {
    private static final long VALUE_OFFSET = UnsafeApi.objectFieldOffset(String.class, "value");
    private static final long CODER_OFFSET = UnsafeApi.objectFieldOffset(String.class, "coder");
    private static final int MAX_CHARS = 256;

    @Param({"5", "17", "32", "256"})
    int chars;

    private final ByteBuffer ring = ByteBuffer.allocateDirect(MAX_CHARS);
    private final long address = BufferUtil.address(ring);
    private final byte[] bytes = new byte[MAX_CHARS];
    private String text = "x".repeat(MAX_CHARS);

    @Setup
    public void makeText() {
        text = text.substring(0, chars);
    }

    @Benchmark
    public int baselineLength() {
        return text.length();
    }

    @Benchmark
    public int chosenArrayOfTheJdk() {
        if (UnsafeApi.getByte(text, CODER_OFFSET) != 0) {
            return -1;
        }
        final byte[] value = (byte[]) UnsafeApi.getReference(text, VALUE_OFFSET);
        Memory.copyShort(value, address, value.length);
        return value.length;
    }

    @Benchmark
    @SuppressWarnings("deprecation") // the only public copy that neither allocates nor decodes
    public int rejectedPublicMethods() {
        final int length = text.length();
        int bits = 0;
        for (int i = 0; i < length; i++) {
            bits |= text.charAt(i);
        }
        if (bits > 0xFF) {
            return -1;
        }
        text.getBytes(0, length, bytes, 0);
        Memory.copy(bytes, 0, address, length);
        return length;
    }
}
