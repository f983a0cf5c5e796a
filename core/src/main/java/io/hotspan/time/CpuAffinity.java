package io.hotspan.time;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;

/** The CPUs that this process may run on, as Linux tells them, and which of them a thread uses. */
final class CpuAffinity {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";

    private final MethodHandle setAffinity;

    /**
     * @throws TscUnusableException if the system's function cannot be linked
     */
    CpuAffinity() throws TscUnusableException {
        try {
            setAffinity =
                    new ForeignFunctions()
                            .ofLibrary(
                                    "sched_setaffinity",
                                    MethodType.methodType(
                                            int.class, int.class, long.class, long.class));
        } catch (final ReflectiveOperationException | NoSuchElementException e) {
            throw new TscUnusableException("its threads cannot be placed on cores: " + e, e);
        }
    }

    /** Their numbers, rising; empty if they cannot be told. */
    static List<Integer> allowedCpus() {
        try (Stream<String> lines = Files.lines(STATUS, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith(ALLOWED))
                    .findFirst()
                    .map(line -> parse(line.substring(ALLOWED.length()).strip()))
                    .orElse(List.of());
        } catch (final IOException e) {
            return List.of();
        }
    }

    /** Reads the kernel's form of a list: {@code 0-3,8,10-11}. */
    static List<Integer> parse(final String list) {
        final List<Integer> cpus = new ArrayList<>();
        for (final String range : list.split(",", -1)) {
            final int dash = range.indexOf('-');
            final int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            final int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
            for (int cpu = first; cpu <= last; cpu++) {
                cpus.add(cpu);
            }
        }
        return cpus;
    }

    /**
     * Keeps the calling platform thread on one CPU, from now on.
     *
     * @return false if the system does not let it
     */
    boolean pinCurrentThread(final int cpu) {
        final int maskBytes = (cpu / Long.SIZE + 1) * Long.BYTES;
        final UnsafeBuffer mask = new UnsafeBuffer(ByteBuffer.allocateDirect(maskBytes));
        mask.putByte(cpu / Byte.SIZE, (byte) (1 << cpu % Byte.SIZE));
        try {
            return (int) setAffinity.invokeExact(0, (long) maskBytes, mask.addressOffset()) == 0;
        } catch (final Throwable e) {
            throw new IllegalStateException("cannot call sched_setaffinity", e);
        } finally {
            Reference.reachabilityFence(mask);
        }
    }
}
