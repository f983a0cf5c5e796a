package io.hotspan.value;

/** Numbers written as JSON writes them: {@code -?int(.digits)?([eE][+-]?digits)?}. */
final class NumberText {
    /** More digits of an exponent than this cannot be a {@code BigDecimal}'s. */
    private static final int MAX_EXPONENT_DIGITS = 10;

    private NumberText() {}

    /** Whether a number has neither a point nor an exponent. */
    static boolean isWhole(final String number) {
        for (int i = 0; i < number.length(); i++) {
            final char c = number.charAt(i);
            if (c != '-' && !isDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is a JSON number that {@code BigDecimal} can hold. */
    static boolean isNumber(final String text) {
        if (text.length() > ValueLimits.MAX_NUMBER_CHARS) {
            return false;
        }
        final int start = text.startsWith("-") ? 1 : 0;
        int end = digitsEnd(text, start);
        if (end == start || (text.charAt(start) == '0' && end > start + 1)) {
            return false;
        }
        int fractionDigits = 0;
        if (end < text.length() && text.charAt(end) == '.') {
            final int fraction = end + 1;
            end = digitsEnd(text, fraction);
            fractionDigits = end - fraction;
            if (fractionDigits == 0) {
                return false;
            }
        }
        return end == text.length() || isExponent(text, end, fractionDigits);
    }

    private static boolean isExponent(
            final String text, final int index, final int fractionDigits) {
        if (text.charAt(index) != 'e' && text.charAt(index) != 'E') {
            return false;
        }
        final int start = index + 1;
        final boolean signed = start < text.length() && "+-".indexOf(text.charAt(start)) >= 0;
        final int digits = signed ? start + 1 : start;
        final int end = digitsEnd(text, digits);
        if (end == digits || end < text.length() || end - digits > MAX_EXPONENT_DIGITS) {
            return false;
        }
        final long exponent = Long.parseLong(text, start, end, 10);
        final long scale = fractionDigits - exponent;
        return scale == (int) scale && exponent == (int) exponent;
    }

    private static int digitsEnd(final String text, final int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(final char c) {
        return c >= '0' && c <= '9';
    }
}
