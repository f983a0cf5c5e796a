package io.hotspan.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a value as objects. Keeps its own stack, so that depth costs no calls. */
final class ObjectBuilder implements ValueVisitor {
    /** An open list or map. */
    private static final class Frame {
        final Frame outer;
        final List<Object> list;
        final Map<String, Object> map;
        String key;

        Frame(final Frame outer, final List<Object> list, final Map<String, Object> map) {
            this.outer = outer;
            this.list = list;
            this.map = map;
        }
    }

    private Frame frame;
    private Object result;

    Object result() {
        return result;
    }

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
        if (NumberText.isWhole(value)) {
            add(new BigInteger(value));
        } else {
            add(new BigDecimal(value));
        }
    }

    @Override
    public void string(final String value) {
        add(value);
    }

    @Override
    public void bytes(final byte[] value) {
        add(value);
    }

    @Override
    public void startList() {
        frame = new Frame(frame, new ArrayList<>(), null);
    }

    @Override
    public void endList() {
        final List<Object> list = frame.list;
        frame = frame.outer;
        add(Collections.unmodifiableList(list));
    }

    @Override
    public void startMap() {
        frame = new Frame(frame, null, new LinkedHashMap<>());
    }

    @Override
    public void key(final String key) {
        frame.key = key;
    }

    @Override
    public void endMap() {
        final Map<String, Object> map = frame.map;
        frame = frame.outer;
        add(Collections.unmodifiableMap(map));
    }

    private void add(final Object value) {
        if (frame == null) {
            result = value;
        } else if (frame.list != null) {
            frame.list.add(value);
        } else {
            frame.map.put(frame.key, value);
        }
    }
}
