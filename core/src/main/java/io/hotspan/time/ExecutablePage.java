package io.hotspan.time;

import io.hotspan.memory.Memory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * A page of machine code of our own. It is never writable and executable at once: first it is
 * filled, then it is made executable and loses the right to be written. It stays for the life of
 * the process.
 */
final class ExecutablePage {
    static final int LENGTH_BYTES = 4096;

    private static final int PROT_READ = 1;
    private static final int PROT_WRITE = 2;
    private static final int PROT_EXEC = 4;
    private static final int MAP_PRIVATE = 0x02;
    private static final int MAP_ANONYMOUS = 0x20;
    private static final long MAP_FAILED = -1;

    private ExecutablePage() {}

    /**
     * Makes a page that holds a code from its first byte on.
     *
     * @return its address
     * @throws TscUnusableException if the system refuses
     * @throws ReflectiveOperationException if the functions cannot be linked
     */
    static long of(final byte[] code, final ForeignFunctions functions)
            throws ReflectiveOperationException, TscUnusableException {
        final long address = map(functions);
        if (address == MAP_FAILED) {
            throw new TscUnusableException("the system gave no page for its code (mmap)");
        }
        Memory.copy(code, 0, address, code.length);
        if (!protect(functions, address)) {
            throw new TscUnusableException(
                    "the system lets no page become executable (mprotect),"
                            + " as SELinux and systemd's MemoryDenyWriteExecute do");
        }
        return address;
    }

    private static long map(final ForeignFunctions functions) throws ReflectiveOperationException {
        final MethodHandle mmap =
                functions.ofLibrary(
                        "mmap",
                        MethodType.methodType(
                                long.class,
                                long.class,
                                long.class,
                                int.class,
                                int.class,
                                int.class,
                                long.class));
        try {
            return (long)
                    mmap.invokeExact(
                            0L,
                            (long) LENGTH_BYTES,
                            PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS,
                            -1,
                            0L);
        } catch (final Throwable e) {
            throw new ReflectiveOperationException("cannot call mmap", e);
        }
    }

    private static boolean protect(final ForeignFunctions functions, final long address)
            throws ReflectiveOperationException {
        final MethodHandle mprotect =
                functions.ofLibrary(
                        "mprotect",
                        MethodType.methodType(int.class, long.class, long.class, int.class));
        try {
            return (int) mprotect.invokeExact(address, (long) LENGTH_BYTES, PROT_READ | PROT_EXEC)
                    == 0;
        } catch (final Throwable e) {
            throw new ReflectiveOperationException("cannot call mprotect", e);
        }
    }
}
