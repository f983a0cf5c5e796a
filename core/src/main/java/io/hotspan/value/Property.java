package io.hotspan.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * A named part of an object.
 *
 * @param getter takes the object, returns the part; of type {@code (Object)Object}
 */
record Property(String name, MethodHandle getter) {
    private static final MethodType GETTER_TYPE = MethodType.methodType(Object.class, Object.class);

    /** The property that an accessible method returns. */
    static Property of(final String name, final Method method) throws IllegalAccessException {
        return new Property(
                name, MethodHandles.publicLookup().unreflect(method).asType(GETTER_TYPE));
    }

    /** The property that an accessible field holds. */
    static Property of(final String name, final Field field) throws IllegalAccessException {
        return new Property(
                name, MethodHandles.publicLookup().unreflectGetter(field).asType(GETTER_TYPE));
    }
}
