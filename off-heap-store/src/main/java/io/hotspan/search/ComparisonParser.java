package io.hotspan.search;

import io.hotspan.search.Token.Kind;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads an operator and what stands right of it. */
final class ComparisonParser {
    private static final String TEXT_OPERATORS = "= != LIKE ILIKE RLIKE IN or NOT IN";
    private static final String STATES = "'OK', 'ERROR' or 'IN_PROGRESS'";
    private static final List<String> NUMBER_OPERATORS = List.of("=", "!=", "<", ">", "<=", ">=");
    private static final int MAX_NUMBER_LENGTH = 40;

    private final TokenReader tokens;
    private final FilterField field;

    ComparisonParser(final TokenReader tokens, final FilterField field) {
        this.tokens = tokens;
        this.field = field;
    }

    Predicate<Object> parse() {
        final Token operator = tokens.take();
        return switch (field.kind()) {
            case NUMBER -> numberComparison(operator);
            case CONTENT -> patternComparison(operator, "LIKE, ILIKE or RLIKE");
            case TEXT -> textComparison(operator, TEXT_OPERATORS);
            case KEYED_TEXT ->
                    operator.isWord("IS")
                            ? Comparisons.missing(isNull())
                            : textComparison(operator, TEXT_OPERATORS + ", IS NULL or IS NOT NULL");
        };
    }

    private Predicate<Object> numberComparison(final Token operator) {
        if (operator.kind() != Kind.SIGN || !NUMBER_OPERATORS.contains(operator.text())) {
            throw unexpectedOperator(operator, "= != < > <= or >=");
        }
        return Comparisons.number(operator.text(), number());
    }

    private Predicate<Object> textComparison(final Token operator, final String operators) {
        if (operator.isSign("=")) {
            return Comparisons.equal(text());
        }
        if (operator.isSign("!=")) {
            return Comparisons.notEqual(text());
        }
        if (operator.isWord("IN")) {
            return Comparisons.in(list(), true);
        }
        if (operator.isWord("NOT")) {
            if (!tokens.takeWord("IN")) {
                throw tokens.unexpected(tokens.peek(), "IN after NOT");
            }
            return Comparisons.in(list(), false);
        }
        return patternComparison(operator, operators);
    }

    private Predicate<Object> patternComparison(final Token operator, final String operators) {
        final String word =
                operator.kind() == Kind.WORD ? operator.text().toUpperCase(Locale.ROOT) : "";
        return switch (word) {
            case "LIKE" -> Comparisons.like(anyText().text(), false);
            case "ILIKE" -> Comparisons.like(anyText().text(), true);
            case "RLIKE" -> Comparisons.found(pattern());
            default -> throw unexpectedOperator(operator, operators);
        };
    }

    private FilterSyntaxException unexpectedOperator(final Token operator, final String operators) {
        return tokens.unexpected(operator, operators + " behind " + field.name());
    }

    private Token anyText() {
        final Token value = tokens.take();
        if (value.kind() != Kind.TEXT) {
            throw tokens.unexpected(value, "a text in quotes to compare " + field.name() + " with");
        }
        return value;
    }

    /** A text that the field may be equal to. */
    private String text() {
        final Token value = anyText();
        if (field.name().equals(FilterFields.STATUS) && !FilterFields.isState(value.text())) {
            throw tokens.unexpected(value, STATES);
        }
        return value.text();
    }

    private Set<String> list() {
        if (!tokens.takeSign("(")) {
            throw tokens.unexpected(tokens.peek(), "a list such as ('a', 'b')");
        }
        final Set<String> texts = new HashSet<>();
        do {
            texts.add(text());
        } while (tokens.takeSign(","));
        if (!tokens.takeSign(")")) {
            throw tokens.unexpected(tokens.peek(), "a comma or )");
        }
        return texts;
    }

    private Pattern pattern() {
        final Token value = anyText();
        try {
            return Pattern.compile(value.text());
        } catch (final PatternSyntaxException e) {
            throw tokens.error(
                    value,
                    "not a regular expression: "
                            + e.getDescription()
                            + ", at character "
                            + (e.getIndex() + 1)
                            + " of "
                            + value.text(),
                    e);
        }
    }

    private BigDecimal number() {
        final Token value = tokens.take();
        if (value.kind() != Kind.NUMBER || value.text().length() > MAX_NUMBER_LENGTH) {
            throw tokens.unexpected(value, "a number to compare " + field.name() + " with");
        }
        try {
            final double number = Double.parseDouble(value.text());
            // a double keeps a huge exponent from becoming as many digits
            return value.text().matches("[-+]?\\d+")
                    ? new BigDecimal(value.text())
                    : BigDecimal.valueOf(number);
        } catch (final NumberFormatException e) {
            throw tokens.error(value, value.text() + " is not a number", e);
        }
    }

    /** Reads what follows IS: NULL or NOT NULL. */
    private boolean isNull() {
        final boolean negated = tokens.takeWord("NOT");
        if (!tokens.takeWord("NULL")) {
            throw tokens.unexpected(tokens.peek(), negated ? "NULL" : "NULL or NOT NULL");
        }
        return !negated;
    }
}
