package io.hotspan.value;

/** Writes records, beans and throwables as maps of their properties. */
final class ObjectWriter {
    private final ValueWriter writer;
    private final ScratchBuffer out;

    ObjectWriter(final ValueWriter writer) {
        this.writer = writer;
        this.out = writer.out;
    }

    void writeRecord(final Object subject, final ClassPlan plan) {
        if (writer.open(subject)) {
            writeProperties(subject, plan);
            writer.close();
        }
    }

    void writeBean(final Object subject, final ClassPlan plan) {
        if (writer.openBean(subject)) {
            writeProperties(subject, plan);
            writer.closeBean();
        }
    }

    private void writeProperties(final Object subject, final ClassPlan plan) {
        out.putByte(ValueDescriptor.MAP);
        for (int i = 0; i < plan.propertyCount(); i++) {
            if (out.isFull()) {
                writer.writeKey(Marks.CUT_KEY);
                writer.writeCut(Marks.elementsKept(i));
                break;
            }
            writer.writeKey(plan.name(i));
            writeProperty(subject, plan, i);
        }
        out.putByte(ValueDescriptor.END);
    }

    private void writeProperty(final Object subject, final ClassPlan plan, final int index) {
        final Object value;
        try {
            value = plan.value(index, subject);
        } catch (final Throwable t) {
            writer.writeFailure(t, subject);
            return;
        }
        writer.write(value);
    }

    /** Writes a throwable's type and message; its message fails alone. */
    void writeThrowable(final Throwable throwable) {
        if (writer.open(throwable)) {
            out.putByte(ValueDescriptor.MAP);
            writer.writeKey("type");
            writer.texts.write(throwable.getClass().getName());
            writer.writeKey("message");
            writeMessage(throwable);
            out.putByte(ValueDescriptor.END);
            writer.close();
        }
    }

    private void writeMessage(final Throwable throwable) {
        final String message;
        try {
            message = throwable.getMessage();
        } catch (final Throwable t) {
            writer.writeFailure(t, throwable);
            return;
        }
        writer.write(message);
    }
}
