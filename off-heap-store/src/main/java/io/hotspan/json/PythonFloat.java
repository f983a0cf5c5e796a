package io.hotspan.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Floating-point numbers as Python's {@code repr} writes them: the shortest digits that read back
 * the same, with an exponent where it is below -4 or above 15 ({@code 1e-05}, {@code 0.0001},
 * {@code 1000000000000000.0}, {@code 1e+16}).
 *
 * <p>The digits come from Jackson's Schubfach, since {@code Double.toString} gives too many of them
 * before Java 19. They are laid out anew here.
 */
final class PythonFloat {
    /** Below it Java keeps two digits where one would do: 4.9E-324 for Python's 5e-324. */
    private static final double TWO_DIGITS_BELOW = 1e-321;

    private static final MathContext ONE_DIGIT = new MathContext(1);
    private static final int MIN_FIXED_POINT = -3;
    private static final int MAX_FIXED_POINT = 16;

    private PythonFloat() {}

    /** Text of a finite number. */
    static String toString(final double value) {
        final String java = NumberOutput.toString(value, true);
        final int exponentIndex = java.indexOf('E');
        if (exponentIndex < 0 && Math.abs(value) >= 1e-3) {
            return java; // from 0.001 to 10,000,000 the two agree
        }
        if (value == 0) {
            return java; // 0.0 or -0.0
        }
        if (Math.abs(value) < TWO_DIGITS_BELOW) {
            final BigDecimal oneDigit = new BigDecimal(value).round(ONE_DIGIT);
            if (oneDigit.doubleValue() == value) {
                return oneDigit.unscaledValue() + "e" + -oneDigit.scale();
            }
        }
        return layOut(java, exponentIndex, value);
    }

    private static String layOut(final String java, final int exponentIndex, final double value) {
        final int start = value < 0 ? 1 : 0;
        final int end = exponentIndex < 0 ? java.length() : exponentIndex;
        final int dot = java.indexOf('.');
        final int exponent =
                exponentIndex < 0
                        ? 0
                        : Integer.parseInt(java, exponentIndex + 1, java.length(), 10);
        String digits = java.substring(start, dot) + java.substring(dot + 1, end);
        int leadingZeros = 0;
        while (digits.charAt(leadingZeros) == '0') {
            leadingZeros++;
        }
        // the value is 0.digits times ten to the power of point
        final int point = dot - start - leadingZeros + exponent;
        digits = withoutTrailingZeros(digits.substring(leadingZeros));
        final StringBuilder text = new StringBuilder(28);
        if (start == 1) {
            text.append('-');
        }
        if (point > MAX_FIXED_POINT || point < MIN_FIXED_POINT) {
            appendWithExponent(text, digits, point - 1);
        } else {
            appendFixed(text, digits, point);
        }
        return text.toString();
    }

    private static String withoutTrailingZeros(final String digits) {
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    private static void appendWithExponent(
            final StringBuilder text, final String digits, final int exponent) {
        text.append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        text.append('e').append(exponent < 0 ? '-' : '+');
        final int magnitude = Math.abs(exponent);
        if (magnitude < 10) {
            text.append('0');
        }
        text.append(magnitude);
    }

    private static void appendFixed(
            final StringBuilder text, final String digits, final int point) {
        if (point <= 0) {
            text.append("0.").append("0".repeat(-point)).append(digits);
        } else if (digits.length() <= point) {
            text.append(digits).append("0".repeat(point - digits.length())).append(".0");
        } else {
            text.append(digits, 0, point).append('.').append(digits, point, digits.length());
        }
    }
}
