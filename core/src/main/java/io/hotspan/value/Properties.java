package io.hotspan.value;

import io.hotspan.model.Document;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the properties of classes. Members that a module does not open are left out. */
final class Properties {
    /** What compilers and frameworks put beside a bean's own accessors. */
    private static final Set<String> FOREIGN =
            Set.of("getMetaClass", "getCallbacks", "getHibernateLazyInitializer");

    private static final Map<String, String> DOCUMENT_NAMES = Map.of("pageContent", "page_content");

    private Properties() {}

    /**
     * The components of a record, in order.
     *
     * @throws IllegalAccessException if one of them may not be read
     */
    static List<Property> ofRecord(final Class<?> type) throws IllegalAccessException {
        final Map<String, String> names = type == Document.class ? DOCUMENT_NAMES : Map.of();
        final List<Property> properties = new ArrayList<>();
        for (final RecordComponent component : type.getRecordComponents()) {
            final Method accessor = component.getAccessor();
            accessor.trySetAccessible(); // if that fails, the next line says why
            final String name = component.getName();
            properties.add(Property.of(names.getOrDefault(name, name), accessor));
        }
        return properties;
    }

    /** What public accessors give, or else public fields hold, in the order of the names. */
    static List<Property> ofBean(final Class<?> type) throws IllegalAccessException {
        final List<Property> properties = new ArrayList<>();
        for (final Map.Entry<String, Method> accessor : accessors(type).entrySet()) {
            properties.add(Property.of(accessor.getKey(), accessor.getValue()));
        }
        if (properties.isEmpty()) {
            for (final Map.Entry<String, Field> field : fields(type).entrySet()) {
                properties.add(Property.of(field.getKey(), field.getValue()));
            }
        }
        return properties;
    }

    private static Map<String, Method> accessors(final Class<?> type) {
        final Map<String, Method> accessors = new TreeMap<>();
        for (final Method method : type.getMethods()) {
            final String name = propertyName(method);
            if (name != null && method.trySetAccessible()) {
                final Method other = accessors.get(name);
                if (other == null || isBetter(method, other)) {
                    accessors.put(name, method);
                }
            }
        }
        return accessors;
    }

    /** A getX beats an isX, and a method that the programmer wrote one that the compiler did. */
    private static boolean isBetter(final Method method, final Method other) {
        final boolean sameName = method.getName().equals(other.getName());
        return sameName ? other.isBridge() : method.getName().startsWith("get");
    }

    /** Name of the property that a method gives; null if it is no accessor. */
    private static String propertyName(final Method method) {
        final String name = method.getName();
        final Class<?> type = method.getReturnType();
        final int prefixChars;
        if (name.startsWith("get") && type != void.class && type != Void.class) {
            prefixChars = 3;
        } else if (name.startsWith("is") && (type == boolean.class || type == Boolean.class)) {
            prefixChars = 2;
        } else {
            return null;
        }
        final boolean accessor =
                name.length() > prefixChars
                        && !Character.isLowerCase(name.charAt(prefixChars))
                        && method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && !ClassKinds.isPlatform(method.getDeclaringClass())
                        && !FOREIGN.contains(name);
        return accessor ? decapitalize(name.substring(prefixChars)) : null;
    }

    /** As the beans convention has it: {@code getName} is name, {@code getURL} is URL. */
    private static String decapitalize(final String name) {
        final boolean acronym =
                name.length() > 1
                        && Character.isUpperCase(name.charAt(0))
                        && Character.isUpperCase(name.charAt(1));
        return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Map<String, Field> fields(final Class<?> type) {
        final Map<String, Field> fields = new TreeMap<>();
        for (final Field field : type.getFields()) {
            if (!Modifier.isStatic(field.getModifiers())
                    && !ClassKinds.isPlatform(field.getDeclaringClass())
                    && field.trySetAccessible()) {
                fields.putIfAbsent(field.getName(), field);
            }
        }
        return fields;
    }
}
