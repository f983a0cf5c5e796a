package io.hotspan.time;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.HexFormat;
import java.util.NoSuchElementException;

/**
 * Reads the time stamp counter, by a few instructions of our own.
 *
 * <p>Source: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2, RDTSC and
 * LFENCE; System V Application Binary Interface, AMD64: the result is in RAX, and RDX is the
 * callee's to change.
 */
/* The handles are static and final, for the JIT to take them as constants: only then does it turn the
 * call into a CALL and nothing else. */
final class TscStub {
    /** {@code rdtsc; shl rdx, 32; or rax, rdx; ret}. */
    private static final String READ_CODE = "0f31 48c1e220 4809d0 c3";

    /** The same behind {@code lfence}: all loads before it have been done. */
    private static final String READ_IN_ORDER_CODE = "0faee8 " + READ_CODE;

    private static final int READ_IN_ORDER_OFFSET = 16;
    private static final Linkage LINKAGE = Linkage.attempt();
    private static final MethodHandle READ = LINKAGE.read;
    private static final MethodHandle READ_IN_ORDER = LINKAGE.readInOrder;

    private TscStub() {}

    /**
     * Says so if the counter cannot be read: then no other method may be called.
     *
     * @throws TscUnusableException with the reason
     */
    static void checkLinked() throws TscUnusableException {
        if (LINKAGE.obstacle != null) {
            throw new TscUnusableException(LINKAGE.obstacle.getMessage(), LINKAGE.obstacle);
        }
    }

    /** The counter; the CPU may read it some instructions earlier or later. */
    static long read() {
        try {
            return (long) READ.invokeExact();
        } catch (final Throwable e) {
            throw new IllegalStateException("cannot read the time stamp counter", e);
        }
    }

    /** The counter, read after all loads that stand before the call. */
    static long readInOrder() {
        try {
            return (long) READ_IN_ORDER.invokeExact();
        } catch (final Throwable e) {
            throw new IllegalStateException("cannot read the time stamp counter", e);
        }
    }

    /** Where the code lies. */
    static long address() {
        return LINKAGE.address;
    }

    /** The linked code, or why there is none: an initializer that threw could not say it. */
    private record Linkage(
            long address,
            MethodHandle read,
            MethodHandle readInOrder,
            TscUnusableException obstacle) {
        static Linkage attempt() {
            try {
                return link(new ForeignFunctions());
            } catch (final TscUnusableException e) {
                return new Linkage(0, null, null, e);
            } catch (final ReflectiveOperationException | NoSuchElementException e) {
                final Throwable cause = e.getCause() == null ? e : e.getCause();
                return new Linkage(
                        0,
                        null,
                        null,
                        new TscUnusableException("its code cannot be linked: " + cause, e));
            }
        }

        private static Linkage link(final ForeignFunctions functions)
                throws ReflectiveOperationException, TscUnusableException {
            final byte[] read = bytes(READ_CODE);
            final byte[] readInOrder = bytes(READ_IN_ORDER_CODE);
            final byte[] code = new byte[READ_IN_ORDER_OFFSET + readInOrder.length];
            System.arraycopy(read, 0, code, 0, read.length);
            System.arraycopy(readInOrder, 0, code, READ_IN_ORDER_OFFSET, readInOrder.length);
            final long address = ExecutablePage.of(code, functions);
            final MethodType type = MethodType.methodType(long.class);
            return new Linkage(
                    address,
                    functions.ofCode(address, type),
                    functions.ofCode(address + READ_IN_ORDER_OFFSET, type),
                    null);
        }

        private static byte[] bytes(final String hex) {
            return HexFormat.of().parseHex(hex.replace(" ", ""));
        }
    }
}
