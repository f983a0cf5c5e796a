package io.hotspan.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;

/** Compares values by their JSON, with a stack of its own. */
final class ValueEquality {
    /** Stands for null, which an {@code ArrayDeque} does not take. */
    private static final Object NULL = new Object();

    private final Deque<Object> todo = new ArrayDeque<>();

    private ValueEquality() {}

    static boolean equal(final Object left, final Object right) {
        final Object leftPart = scalar(left);
        final Object rightPart = scalar(right);
        if (!isContainer(leftPart) || !isContainer(rightPart)) {
            return leftPart.equals(rightPart);
        }
        return new ValueEquality().compare(leftPart, rightPart);
    }

    private boolean compare(final Object left, final Object right) {
        todo.push(left);
        todo.push(right);
        while (!todo.isEmpty()) {
            final Object b = todo.pop();
            final Object a = todo.pop();
            final boolean same;
            if (a instanceof Map<?, ?> mapA && b instanceof Map<?, ?> mapB) {
                same = pushEntries(mapA, mapB);
            } else if (a instanceof Iterable<?> listA && b instanceof Iterable<?> listB) {
                same = pushElements(listA, listB);
            } else {
                same = a.equals(b);
            }
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private boolean pushEntries(final Map<?, ?> left, final Map<?, ?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (final Map.Entry<?, ?> entry : left.entrySet()) {
            if (!right.containsKey(entry.getKey())) {
                return false;
            }
            push(entry.getValue(), right.get(entry.getKey()));
        }
        return true;
    }

    private boolean pushElements(final Iterable<?> left, final Iterable<?> right) {
        final Iterator<?> rights = right.iterator();
        for (final Object element : left) {
            if (!rights.hasNext()) {
                return false;
            }
            push(element, rights.next());
        }
        return !rights.hasNext();
    }

    private void push(final Object left, final Object right) {
        todo.push(scalar(left));
        todo.push(scalar(right));
    }

    private static boolean isContainer(final Object value) {
        return value instanceof Map || value instanceof Iterable;
    }

    /** A value as reading its JSON would give it, if it is no container. */
    private static Object scalar(final Object value) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger big && big.bitLength() < Long.SIZE) {
            return big.longValue();
        }
        if (value instanceof Double || value instanceof Float) {
            final double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? (Object) number : Double.toString(number);
        }
        if (value instanceof BigDecimal decimal) {
            final double number = decimal.doubleValue();
            return Double.isFinite(number) ? (Object) number : decimal.stripTrailingZeros();
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return value.toString();
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        return value;
    }
}
