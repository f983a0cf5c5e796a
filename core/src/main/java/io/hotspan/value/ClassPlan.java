package io.hotspan.value;

import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * How objects of one class are written. Found once per class, and kept by the class itself: it goes
 * when the class goes.
 */
final class ClassPlan {
    private static final Kind[] KINDS = Kind.values();

    /**
     * A plan for a class that has properties, else the ordinal of its kind: an {@code Integer}, so
     * that a class of the JDK holds on to nothing of ours, and our class loader can go as well.
     */
    private static final ClassValue<Object> PLANS =
            new ClassValue<>() {
                @Override
                protected Object computeValue(final Class<?> type) {
                    return find(type);
                }
            };

    private final Kind kind;
    private final String[] names;
    private final MethodHandle[] getters;

    private ClassPlan(final Kind kind, final List<Property> properties) {
        this.kind = kind;
        this.names = properties.stream().map(Property::name).toArray(String[]::new);
        this.getters = properties.stream().map(Property::getter).toArray(MethodHandle[]::new);
    }

    /** The plan of a class with properties; an object that only has a kind for others. */
    static Object of(final Class<?> type) {
        return PLANS.get(type);
    }

    static Kind kindOf(final Object plan) {
        return plan instanceof ClassPlan withProperties
                ? withProperties.kind
                : KINDS[(Integer) plan];
    }

    int propertyCount() {
        return names.length;
    }

    String name(final int index) {
        return names[index];
    }

    /** Asks an object for a property. Throws what the object's code throws. */
    Object value(final int index, final Object subject) throws Throwable {
        return (Object) getters[index].invokeExact(subject);
    }

    @SuppressWarnings("EnumOrdinal") // an enum's constant would hold on to our class loader
    private static Object find(final Class<?> type) {
        try {
            final Kind kind = ClassKinds.of(type);
            if (kind == Kind.RECORD) {
                return new ClassPlan(kind, Properties.ofRecord(type));
            } else if (kind == Kind.BEAN) {
                final List<Property> properties = Properties.ofBean(type);
                return properties.isEmpty()
                        ? (Object) Kind.TEXT.ordinal()
                        : new ClassPlan(kind, properties);
            }
            return kind.ordinal();
        } catch (final Exception | LinkageError e) {
            return Kind.TEXT.ordinal(); // a module says no, or a class is missing
        }
    }
}
