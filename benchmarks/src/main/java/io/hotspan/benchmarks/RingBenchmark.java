package io.hotspan.benchmarks;

import static io.hotspan.record.RecordDescriptor.header;

import io.hotspan.memory.Memory;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RecordType;
import io.hotspan.ring.ManyWriterRing;
import io.hotspan.ring.OneWriterRing;
import io.hotspan.ring.Ring;
import io.hotspan.ring.RingDescriptor;
import io.hotspan.ring.RingDirectory;
import io.hotspan.ring.RingFile;
import io.hotspan.ring.RingReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Is a ring of our own worth having? A record of 32 bytes, claimed, filled, committed and later
 * handed to the reader in a run, by our rings and by Agrona's, which hand over record by record.
 * One thread, so that the figure is the work and not the machine's cache traffic.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar RingBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class RingBenchmark {
    private static final int CAPACITY_BYTES = 1 << 20;
    private static final int RECORDS = 1024;
    private static final int RECORD_BYTES = 32; // laps without padding
    private static final int MAX_BLOCK_BYTES = 1 << 16;

    private RingDirectory directory;
    private Ring oneWriter;
    private RingReader oneWriterReader;
    private Ring manyWriters;
    private RingReader manyWritersReader;
    private RingBuffer agronaOneToOne;
    private RingBuffer agronaManyToOne;
    private long bytesSeen;

    @Setup(Level.Trial)
    public void makeRings() throws IOException {
        directory = RingDirectory.create(0);
        final ClockAnchor anchor = new ClockAnchor(0, 0);
        final RingFile one =
                directory.newRing(1, RingDescriptor.KIND_ONE_WRITER, CAPACITY_BYTES, anchor);
        oneWriter = new OneWriterRing(one);
        oneWriterReader = new RingReader(one);
        final RingFile many =
                directory.newRing(2, RingDescriptor.KIND_MANY_WRITERS, CAPACITY_BYTES, anchor);
        manyWriters = new ManyWriterRing(many);
        manyWritersReader = new RingReader(many);
        agronaOneToOne = new OneToOneRingBuffer(agronaBuffer());
        agronaManyToOne = new ManyToOneRingBuffer(agronaBuffer());
    }

    @TearDown(Level.Trial)
    public void deleteRings() throws IOException {
        RingDirectory.delete(directory.path());
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long oneWriter() {
        return pass(oneWriter, oneWriterReader);
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long manyWriters() {
        return pass(manyWriters, manyWritersReader);
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long agronaOneToOne() {
        return pass(agronaOneToOne);
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long agronaManyToOne() {
        return pass(agronaManyToOne);
    }

    private long pass(final Ring ring, final RingReader reader) {
        for (int i = 0; i < RECORDS; i++) {
            final long address = ring.claim(RECORD_BYTES);
            Memory.putLong(address + 8, i);
            Memory.putLong(address + 16, bytesSeen);
            Memory.putLong(address + 24, i);
            ring.commit(address, header(RECORD_BYTES, RecordType.ATTRIBUTE_LONG, i), RECORD_BYTES);
        }
        final long bytesBefore = bytesSeen;
        while (reader.read(this::onBlock, MAX_BLOCK_BYTES) > 0) {
            // until all is read
        }
        return checked(bytesSeen - bytesBefore, RECORD_BYTES);
    }

    private long pass(final RingBuffer ring) {
        final AtomicBuffer buffer = ring.buffer();
        for (int i = 0; i < RECORDS; i++) {
            final int index = ring.tryClaim(RecordType.ATTRIBUTE_LONG, RECORD_BYTES - 8);
            buffer.putLong(index, i);
            buffer.putLong(index + 8, bytesSeen);
            buffer.putLong(index + 16, i);
            ring.commit(index);
        }
        final long bytesBefore = bytesSeen;
        for (int i = 0; i < 3; i++) { // a read goes no farther than the buffer's end
            ring.read((type, source, index, length) -> bytesSeen += length);
        }
        return checked(bytesSeen - bytesBefore, RECORD_BYTES - 8);
    }

    private static long checked(final long bytes, final int recordBytes) {
        if (bytes != (long) RECORDS * recordBytes) {
            throw new IllegalStateException(
                    bytes + " bytes came out of " + RECORDS + " records: no figure");
        }
        return bytes;
    }

    private void onBlock(
            final long position, final DirectBuffer buffer, final int index, final int length) {
        bytesSeen += length;
    }

    private static UnsafeBuffer agronaBuffer() {
        return new UnsafeBuffer(
                ByteBuffer.allocateDirect(CAPACITY_BYTES + RingBufferDescriptor.TRAILER_LENGTH));
    }
}
