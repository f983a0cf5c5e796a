package io.hotspan.benchmarks;

import static io.hotspan.record.RecordDescriptor.header;

import io.hotspan.memory.Memory;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RecordType;
import io.hotspan.ring.OneWriterRing;
import io.hotspan.ring.Ring;
import io.hotspan.ring.RingDescriptor;
import io.hotspan.ring.RingDirectory;
import io.hotspan.ring.RingFile;
import io.hotspan.ring.RingReader;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Control;

/**
 * What does a drainer that looks for records without pause cost the thread that writes them?
 * Chosen: a drainer that sleeps between its rounds. Rejected, and kept here beside it: one that
 * spins, and so takes the cache line of the ring's tail from its writer again and again. The {@code
 * write} figures count; a writer that finds no room waits. Baseline: the same writes with the
 * reading done by the writer.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar DrainerPauseBenchmark}; needs two cores
 */
@State(Scope.Group)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class DrainerPauseBenchmark {
    private static final int CAPACITY_BYTES = 1 << 21;
    private static final int RECORD_BYTES = 32; // laps without padding
    private static final int MAX_BLOCK_BYTES = 1 << 16;
    private static final long PAUSE_NANOS = 20_000;

    private RingDirectory directory;
    private Ring ring;
    private RingReader reader;
    private long bytesWritten;
    private long bytesRead;

    @Setup(Level.Trial)
    public void makeRing() throws IOException {
        directory = RingDirectory.create(0);
        final RingFile file =
                directory.newRing(
                        1, RingDescriptor.KIND_ONE_WRITER, CAPACITY_BYTES, new ClockAnchor(0, 0));
        ring = new OneWriterRing(file);
        reader = new RingReader(file);
    }

    @TearDown(Level.Iteration)
    public void readTheRest() {
        while (read() > 0) {
            // until all is read
        }
        if (bytesRead != bytesWritten) {
            throw new IllegalStateException(
                    bytesRead + " bytes read of " + bytesWritten + ": no figure");
        }
    }

    @TearDown(Level.Trial)
    public void deleteRing() throws IOException {
        RingDirectory.delete(directory.path());
    }

    @Benchmark
    @Group("baselineOneThread")
    public void writeAndRead(final Control control) {
        write(control);
        if (reader.backlogBytes() >= MAX_BLOCK_BYTES) {
            read();
        }
    }

    @Benchmark
    @Group("sleeping")
    public void writeBesideSleeper(final Control control) {
        write(control);
    }

    @Benchmark
    @Group("sleeping")
    public void readAndSleep() {
        if (read() == 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Benchmark
    @Group("spinning")
    public void writeBesideSpinner(final Control control) {
        write(control);
    }

    @Benchmark
    @Group("spinning")
    public void readAndSpin() {
        if (read() == 0) {
            Thread.onSpinWait();
        }
    }

    private void write(final Control control) {
        long address = ring.claim(RECORD_BYTES);
        while (address == Ring.INSUFFICIENT_CAPACITY) {
            if (control.stopMeasurement) { // the reader may have stopped already
                return;
            }
            Thread.onSpinWait();
            address = ring.claim(RECORD_BYTES);
        }
        Memory.putLong(address + 8, bytesWritten);
        Memory.putLong(address + 16, bytesWritten);
        Memory.putLong(address + 24, bytesWritten);
        ring.commit(address, header(RECORD_BYTES, RecordType.ATTRIBUTE_LONG, 1), RECORD_BYTES);
        bytesWritten += RECORD_BYTES;
    }

    private int read() {
        return reader.read(
                (position, buffer, index, lengthBytes) -> bytesRead += lengthBytes,
                MAX_BLOCK_BYTES);
    }
}
