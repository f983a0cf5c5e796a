package io.hotspan.benchmarks;

import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.SpanEndDescriptor;
import io.hotspan.record.SpanStartDescriptor;
import io.hotspan.recovery.Recovery;
import io.hotspan.ring.OneWriterRing;
import io.hotspan.ring.Ring;
import io.hotspan.ring.RingDescriptor;
import io.hotspan.ring.RingDirectory;
import java.io.IOException;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does the start of a program wait for the recovery of 64 full rings of 1 MiB that a dead
 * process left? Baseline: a copy of their files to the same disk. To wait for the lock of the dead
 * would show as a second.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar RecoveryBenchmark}; in a new JVM, with
 * the loading of all classes: {@code RecoveryBenchmark -wi 0 -i 1 -f 5}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
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
public class RecoveryBenchmark {
    private static final int RINGS = 64;
    private static final int CAPACITY_BYTES = 1 << 20;

    private Path journal;
    private Path copies;
    private RingDirectory rings;
    private long bytes;

    /** Makes what a killed process of 64 busy threads leaves. */
    @Setup(Level.Invocation)
    public void leaveRings() throws IOException {
        journal = Files.createTempDirectory("hotspan-recovery");
        copies = Files.createTempDirectory("hotspan-copies");
        rings = RingDirectory.create((long) RINGS * CAPACITY_BYTES);
        bytes = 0;
        for (int i = 0; i < RINGS; i++) {
            bytes +=
                    fill(
                            new OneWriterRing(
                                    rings.newRing(
                                            i + 2,
                                            RingDescriptor.KIND_ONE_WRITER,
                                            CAPACITY_BYTES,
                                            new ClockAnchor(1_700_000_000_000_000_000L, 0))));
        }
        Files.writeString(
                journal.resolve("session-%016x.rings".formatted(rings.sessionId())),
                rings.path().toString());
        Files.writeString(
                journal.resolve("journal.hotspan"), "format=hotspan-journal\nversion=1\n");
    }

    @TearDown(Level.Invocation)
    public void delete() throws IOException {
        RingDirectory.delete(rings.path());
        Directories.delete(journal);
        Directories.delete(copies);
    }

    @Benchmark
    public long recover() throws IOException {
        final long recovered =
                Recovery.of(journal)
                        .recoverAll(
                                warning -> {
                                    throw new IllegalStateException(warning);
                                });
        if (recovered < bytes) {
            throw new IllegalStateException("recovered " + recovered + " bytes of " + bytes);
        }
        return recovered;
    }

    @Benchmark
    public long copyBaseline() throws IOException {
        long copied = 0;
        for (final Path ring : RingDirectory.ringFiles(rings.path())) {
            copied += Files.size(Files.copy(ring, copies.resolve(ring.getFileName())));
        }
        return copied;
    }

    /** Spans with times that do not repeat, as long as there is room; their bytes. */
    private static long fill(final OneWriterRing ring) {
        long filledBytes = 0;
        long ticks = 0;
        final int startBytes = SpanStartDescriptor.ROOT_LENGTH;
        final int endBytes = SpanEndDescriptor.LENGTH;
        final UnsafeBuffer memory = new UnsafeBuffer(0, 0);
        for (long address = ring.claimStart(startBytes);
                address != Ring.INSUFFICIENT_CAPACITY;
                address = ring.claimStart(startBytes)) {
            final long ordinal = ring.nextOrdinal();
            memory.wrap(address, startBytes);
            memory.putLong(SpanStartDescriptor.NAME_SYMBOL_OFFSET, 0);
            memory.putLong(SpanStartDescriptor.START_TICKS_OFFSET, ticks += 431 + ordinal % 97);
            ring.commitStart(
                    address,
                    RecordDescriptor.header(startBytes, RecordType.START_ROOT, ordinal),
                    startBytes);
            final long end = ring.claimEnd(endBytes);
            memory.wrap(end, endBytes);
            memory.putLong(SpanEndDescriptor.END_TICKS_OFFSET, ticks += 173 + ordinal % 31);
            ring.commitEnd(
                    end, RecordDescriptor.header(endBytes, RecordType.END, ordinal), endBytes);
            filledBytes += startBytes + endBytes;
        }
        return filledBytes;
    }
}
