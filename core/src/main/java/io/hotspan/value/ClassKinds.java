package io.hotspan.value;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.RandomAccess;
import java.util.Set;
import java.util.Spliterator;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/** Finds out which kind the objects of a class are of. */
final class ClassKinds {
    private static final List<Class<?>> PLATFORM =
            List.of(
                    Optional.class,
                    OptionalInt.class,
                    OptionalLong.class,
                    OptionalDouble.class,
                    Date.class,
                    Calendar.class,
                    Class.class,
                    ByteBuffer.class,
                    Map.Entry.class,
                    AtomicBoolean.class,
                    AtomicReference.class,
                    AtomicIntegerArray.class,
                    AtomicLongArray.class,
                    AtomicReferenceArray.class);

    /** What would be used up, run or opened by asking for its content. */
    private static final List<Class<?>> OPAQUE =
            List.of(
                    AutoCloseable.class,
                    Iterator.class,
                    Enumeration.class,
                    Spliterator.class,
                    Supplier.class,
                    Future.class,
                    CompletionStage.class,
                    Flow.Publisher.class,
                    Executor.class,
                    Thread.class,
                    ThreadLocal.class,
                    ClassLoader.class);

    /** Paths iterate over paths. */
    private static final List<Class<?>> TEXT =
            List.of(CharSequence.class, Character.class, Path.class, File.class);

    /** Iterable trees of JSON: their text is whole, while iterating would lose the keys. */
    private static final Set<String> JSON_TREES =
            Set.of(
                    "com.fasterxml.jackson.databind.JsonNode",
                    "tools.jackson.databind.JsonNode",
                    "com.google.gson.JsonElement");

    private static final ClassLoader PLATFORM_LOADER = ClassLoader.getPlatformClassLoader();

    private ClassKinds() {}

    static Kind of(final Class<?> type) {
        if (Map.class.isAssignableFrom(type)) {
            return Kind.MAP;
        } else if (Collection.class.isAssignableFrom(type)) {
            return isIndexed(type) ? Kind.INDEXED : Kind.ITERABLE;
        } else if (type.isArray()) {
            return Kind.ARRAY;
        } else if (Enum.class.isAssignableFrom(type)) {
            return Kind.ENUM;
        } else if (Number.class.isAssignableFrom(type)) {
            return Kind.NUMBER;
        } else if (Throwable.class.isAssignableFrom(type)) {
            return Kind.THROWABLE;
        } else if (isAny(type, PLATFORM)) {
            return Kind.PLATFORM;
        } else if (isAny(type, TEXT) || isJsonTree(type)) {
            return Kind.TEXT;
        }
        return isPlatform(type) ? ofPlatform(type) : ofUser(type);
    }

    /**
     * Whether a class belongs to the JDK, whose insides are not looked at. What an agent has put on
     * the boot class path does not: it is in no module that has a name.
     */
    static boolean isPlatform(final Class<?> type) {
        final ClassLoader loader = type.getClassLoader();
        return loader == null ? type.getModule().isNamed() : PLATFORM_LOADER.equals(loader);
    }

    private static Kind ofPlatform(final Class<?> type) {
        return isOpaque(type) ? Kind.OPAQUE : Kind.TEXT;
    }

    private static Kind ofUser(final Class<?> type) {
        if (type.isRecord()) {
            return Kind.RECORD;
        } else if (isOpaque(type)) {
            return Kind.OPAQUE;
        }
        return Iterable.class.isAssignableFrom(type) ? Kind.ITERABLE : Kind.BEAN;
    }

    private static boolean isIndexed(final Class<?> type) {
        return List.class.isAssignableFrom(type)
                && RandomAccess.class.isAssignableFrom(type)
                && isPlatform(type);
    }

    /** Lambdas are hidden classes. */
    private static boolean isOpaque(final Class<?> type) {
        return type.isHidden() || type.isSynthetic() || isAny(type, OPAQUE);
    }

    private static boolean isJsonTree(final Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (JSON_TREES.contains(c.getName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAny(final Class<?> type, final List<Class<?>> supertypes) {
        for (final Class<?> supertype : supertypes) {
            if (supertype.isAssignableFrom(type)) {
                return true;
            }
        }
        return false;
    }
}
