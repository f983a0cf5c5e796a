package io.hotspan.search;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Comparisons as predicates over a field's value. What is missing compares to nothing. */
final class Comparisons {
    private Comparisons() {}

    /** Compares a number by one of {@code = != < > <= >=}. */
    static Predicate<Object> number(final String sign, final BigDecimal number) {
        return switch (sign) {
            case "=" -> present(value -> compare(value, number) == 0);
            case "!=" -> present(value -> compare(value, number) != 0);
            case "<" -> present(value -> compare(value, number) < 0);
            case ">" -> present(value -> compare(value, number) > 0);
            case "<=" -> present(value -> compare(value, number) <= 0);
            case ">=" -> present(value -> compare(value, number) >= 0);
            default -> throw new IllegalArgumentException("no comparison of numbers: " + sign);
        };
    }

    static Predicate<Object> equal(final String text) {
        return text::equals;
    }

    static Predicate<Object> notEqual(final String text) {
        return present(value -> !text.equals(value));
    }

    static Predicate<Object> like(final String pattern, final boolean ignoreCase) {
        final LikePattern like = new LikePattern(pattern, ignoreCase);
        return present(value -> like.matches(value.toString()));
    }

    static Predicate<Object> found(final Pattern pattern) {
        return present(value -> find(pattern, value.toString()));
    }

    static Predicate<Object> in(final Set<String> texts, final boolean expected) {
        return present(value -> texts.contains(value.toString()) == expected);
    }

    static Predicate<Object> missing(final boolean expected) {
        return value -> (value == null) == expected;
    }

    private static Predicate<Object> present(final Predicate<Object> condition) {
        return value -> value != null && condition.test(value);
    }

    private static int compare(final Object value, final BigDecimal number) {
        return BigDecimal.valueOf((Long) value).compareTo(number);
    }

    private static boolean find(final Pattern pattern, final String text) {
        try {
            return pattern.matcher(text).find();
        } catch (final StackOverflowError e) {
            // Java's expressions recurse for each repetition of a group
            throw new IllegalArgumentException(
                    "the regular expression "
                            + pattern
                            + " needs too much stack for a text of "
                            + text.length()
                            + " characters; repeat single characters instead of groups",
                    e);
        }
    }
}
