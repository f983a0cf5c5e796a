package io.hotspan.benchmarks;

import io.hotspan.drain.BlockSink;
import io.hotspan.journal.JournalOptions;
import io.hotspan.journal.JournalWriter;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.RingIdentity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does the drainer pay to append one block of records to the journal: compression, checksum
 * and the queue's own work? Baseline: a copy of the bytes. Divide by about 48 for a span.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar JournalBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {
            JvmOptions.LANG_REFLECT,
            JvmOptions.INTERNAL_MISC,
            JvmOptions.NIO_CH,
            JvmOptions.INTERNAL_REF,
            JvmOptions.IGNORE_UNKNOWN,
            JvmOptions.NATIVE_ACCESS,
            JvmOptions.UNSAFE
        })
public class JournalBenchmark {
    private static final int RECORD_BYTES = 24;
    private static final long MAX_BYTES = 2L << 30;

    /** Length of a block. */
    @Param({"4080", "65520"})
    int bytes;

    private final RingIdentity ring = new RingIdentity(42, 1, 1, 2, 3);
    private final ClockAnchor anchor = new ClockAnchor(1, 1);
    private Path directory;
    private BlockSink journal;
    private BlockSink discarding;
    private UnsafeBuffer block;
    private long position;
    private long ticks;

    @Setup(Level.Trial)
    public void openJournal() throws IOException {
        directory = Files.createTempDirectory("hotspan-benchmark-");
        journal =
                JournalWriter.open(
                        directory,
                        JournalOptions.newBuilder()
                                .sessionId(ring.sessionId())
                                .maxBytes(MAX_BYTES)
                                .build());
        journal.open();
        discarding = new DiscardingSink();
        block = new UnsafeBuffer(ByteBuffer.allocateDirect(bytes));
    }

    @TearDown(Level.Trial)
    public void closeJournal() throws IOException {
        journal.close();
        Directories.delete(directory);
    }

    @Benchmark
    public void baselineCopy() {
        fill();
        discarding.append(ring, anchor, position, block, 0, bytes);
    }

    @Benchmark
    public void append() {
        fill();
        journal.append(ring, anchor, position, block, 0, bytes);
        position += bytes;
    }

    /**
     * Records with times and values that change, as real ones do: they do not compress to nothing.
     */
    private void fill() {
        for (int i = 0; i < bytes; i += RECORD_BYTES) {
            ticks += 60 + (ticks & 15);
            final long header =
                    RecordDescriptor.header(RECORD_BYTES, RecordType.ATTRIBUTE_LONG, ticks >> 6);
            block.putLong(i, header, ByteOrder.LITTLE_ENDIAN);
            block.putLong(i + 8, 1, ByteOrder.LITTLE_ENDIAN);
            block.putLong(i + 16, ticks, ByteOrder.LITTLE_ENDIAN);
        }
    }
}
