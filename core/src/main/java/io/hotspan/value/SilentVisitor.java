package io.hotspan.value;

/** Sees a value and does nothing. The reader knows it, and makes no texts for it. */
final class SilentVisitor implements ValueVisitor {
    static final SilentVisitor INSTANCE = new SilentVisitor();

    private SilentVisitor() {}

    @Override
    public void nullValue() {}

    @Override
    public void booleanValue(final boolean value) {}

    @Override
    public void longValue(final long value) {}

    @Override
    public void doubleValue(final double value) {}

    @Override
    public void numberText(final String value) {}

    @Override
    public void string(final String value) {}

    @Override
    public void bytes(final byte[] value) {}

    @Override
    public void startList() {}

    @Override
    public void endList() {}

    @Override
    public void startMap() {}

    @Override
    public void key(final String key) {}

    @Override
    public void endMap() {}
}
