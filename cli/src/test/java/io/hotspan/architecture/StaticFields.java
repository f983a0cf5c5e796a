package io.hotspan.architecture;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Tells static fields that hold a constant from those that hold state. */
final class StaticFields {
    /** The full names of fields that may hold state; each with the reason, in a comment. */
    private static final Set<String> EXCEPTIONS =
            Set.of(
                    // a map of our own that nothing is put into
                    "io.hotspan.trace.AttributeMap.EMPTY");

    private static final List<Class<?>> CHANGING =
            List.of(
                    ThreadLocal.class,
                    LongAdder.class,
                    DoubleAdder.class,
                    LongAccumulator.class,
                    DoubleAccumulator.class);

    private StaticFields() {}

    static ArchCondition<JavaField> notChange() {
        return new ArchCondition<>("be final and hold a value that never changes") {
            @Override
            public void check(final JavaField field, final ConditionEvents events) {
                final boolean constant =
                        EXCEPTIONS.contains(field.getFullName())
                                || field.getModifiers().contains(JavaModifier.SYNTHETIC)
                                || (field.getModifiers().contains(JavaModifier.FINAL)
                                        && isConstant(valueOf(field.reflect())));
                events.add(
                        new SimpleConditionEvent(
                                field, constant, field.getFullName() + " is static state"));
            }
        };
    }

    private static Object valueOf(final Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (final IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }

    private static boolean isConstant(final Object value) {
        if (value instanceof Collection || value instanceof Map) {
            return isUnmodifiable(value.getClass().getName());
        }
        return value == null
                || (!isAtomic(value.getClass())
                        && CHANGING.stream().noneMatch(type -> type.isInstance(value)));
    }

    private static boolean isUnmodifiable(final String className) {
        return className.startsWith("java.util.ImmutableCollections$")
                || className.startsWith("java.util.Collections$Unmodifiable")
                || className.startsWith("java.util.Collections$Empty")
                || className.startsWith("java.util.Collections$Singleton");
    }

    private static boolean isAtomic(final Class<?> type) {
        return type.getName().startsWith("java.util.concurrent.atomic.Atomic")
                && !type.getSimpleName().contains("FieldUpdater");
    }
}
