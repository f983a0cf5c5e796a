package io.hotspan.value;

import java.util.Arrays;

/** Writes down what it is shown. */
final class TextVisitor implements ValueVisitor {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void nullValue() {
        add(null);
    }

    @Override
    public void booleanValue(final boolean value) {
        add(value);
    }

    @Override
    public void longValue(final long value) {
        add(value);
    }

    @Override
    public void doubleValue(final double value) {
        add(value);
    }

    @Override
    public void numberText(final String value) {
        add(value);
    }

    @Override
    public void string(final String value) {
        add("'" + value + "'");
    }

    @Override
    public void bytes(final byte[] value) {
        add("bytes" + Arrays.toString(value));
    }

    @Override
    public void startList() {
        add("[");
    }

    @Override
    public void endList() {
        add("]");
    }

    @Override
    public void startMap() {
        add("{");
    }

    @Override
    public void key(final String key) {
        add(key + ":");
    }

    @Override
    public void endMap() {
        add("}");
    }

    private void add(final Object part) {
        text.append(part).append(' ');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
