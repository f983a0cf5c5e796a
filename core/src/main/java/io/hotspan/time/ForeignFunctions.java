package io.hotspan.time;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Links native functions whose arguments and results are {@code int} and {@code long}, addresses
 * among them. The JDK must be 22 or newer and allow native access.
 */
/* java.lang.foreign is reached by reflection, because this is compiled for Java 17. Only linking is:
 * what comes out is the same method handle that a direct caller would get. */
final class ForeignFunctions {
    private final Class<?> optionType = foreignType("Linker$Option");
    private final Class<?> layoutType = foreignType("MemoryLayout");
    private final Class<?> valueLayoutType = foreignType("ValueLayout");
    private final Class<?> segmentType = foreignType("MemorySegment");
    private final Class<?> descriptorType = foreignType("FunctionDescriptor");
    private final Object linker;
    private final Object libraries;
    private final Method find;
    private final Method downcallHandle;

    /**
     * @throws ReflectiveOperationException if the JDK has no foreign functions
     */
    ForeignFunctions() throws ReflectiveOperationException {
        final Class<?> linkerType = foreignType("Linker");
        linker = linkerType.getMethod("nativeLinker").invoke(null);
        libraries = linkerType.getMethod("defaultLookup").invoke(linker);
        find = foreignType("SymbolLookup").getMethod("find", String.class);
        downcallHandle =
                linkerType.getMethod(
                        "downcallHandle", segmentType, descriptorType, optionType.arrayType());
    }

    /**
     * A function of the C library.
     *
     * @throws ReflectiveOperationException if native access is not allowed
     * @throws NoSuchElementException if the library has no such function
     */
    MethodHandle ofLibrary(final String name, final MethodType type)
            throws ReflectiveOperationException {
        final Object symbol =
                ((Optional<?>) find.invoke(libraries, name))
                        .orElseThrow(() -> new NoSuchElementException("no function " + name));
        return link(symbol, type, Array.newInstance(optionType, 0));
    }

    /**
     * Machine code at an address. It is called without telling the JVM, so it must return at once.
     *
     * @throws ReflectiveOperationException if native access is not allowed
     */
    MethodHandle ofCode(final long address, final MethodType type)
            throws ReflectiveOperationException {
        final Object options = Array.newInstance(optionType, 1);
        Array.set(options, 0, optionType.getMethod("critical", boolean.class).invoke(null, false));
        return link(
                segmentType.getMethod("ofAddress", long.class).invoke(null, address),
                type,
                options);
    }

    private MethodHandle link(final Object symbol, final MethodType type, final Object options)
            throws ReflectiveOperationException {
        final Object arguments = Array.newInstance(layoutType, type.parameterCount());
        for (int i = 0; i < type.parameterCount(); i++) {
            Array.set(arguments, i, layout(type.parameterType(i)));
        }
        final Object descriptor =
                descriptorType
                        .getMethod("of", layoutType, layoutType.arrayType())
                        .invoke(null, layout(type.returnType()), arguments);
        return (MethodHandle) downcallHandle.invoke(linker, symbol, descriptor, options);
    }

    private Object layout(final Class<?> type) throws ReflectiveOperationException {
        return valueLayoutType.getField(type == int.class ? "JAVA_INT" : "JAVA_LONG").get(null);
    }

    private static Class<?> foreignType(final String name) throws ClassNotFoundException {
        return Class.forName("java.lang.foreign." + name);
    }
}
