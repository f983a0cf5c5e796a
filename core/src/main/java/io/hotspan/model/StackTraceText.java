package io.hotspan.model;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The text that {@link Throwable#printStackTrace()} prints, in half of its time and garbage: no
 * locks, and no writer that grows. A class with a print of its own is asked for it.
 */
final class StackTraceText {
    private static final int ROOM = 2_048; // characters; most texts fit
    private static final ClassValue<Boolean> PRINTS_ITSELF =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(final Class<?> type) {
                    return printsItself(type);
                }
            };

    private final StringBuilder text = new StringBuilder(ROOM);
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>(4));

    private StackTraceText() {}

    /** Throws what the throwable's own methods throw. */
    static String of(final Throwable throwable) {
        if (PRINTS_ITSELF.get(throwable.getClass())) {
            final StringWriter writer = new StringWriter(ROOM);
            throwable.printStackTrace(new PrintWriter(writer));
            return writer.toString();
        }
        final StackTraceText trace = new StackTraceText();
        trace.append(throwable, new StackTraceElement[0], "", "");
        return trace.text.toString();
    }

    private void append(
            final Throwable throwable,
            final StackTraceElement[] enclosing,
            final String caption,
            final String indent) {
        text.append(indent).append(caption);
        if (!seen.add(throwable)) {
            text.append("[CIRCULAR REFERENCE: ").append(throwable).append(']');
            endLine();
            return;
        }
        text.append(throwable);
        endLine();
        final StackTraceElement[] frames = throwable.getStackTrace();
        final int inCommon = inCommon(frames, enclosing);
        for (int i = 0; i < frames.length - inCommon; i++) {
            text.append(indent).append("\tat ").append(frames[i]);
            endLine();
        }
        if (inCommon > 0) {
            text.append(indent).append("\t... ").append(inCommon).append(" more");
            endLine();
        }
        for (final Throwable suppressed : throwable.getSuppressed()) {
            append(suppressed, frames, "Suppressed: ", indent + "\t");
        }
        final Throwable cause = throwable.getCause();
        if (cause != null) {
            append(cause, frames, "Caused by: ", indent);
        }
    }

    private void endLine() {
        text.append(System.lineSeparator());
    }

    /** How many frames both have at their outer ends. */
    private static int inCommon(
            final StackTraceElement[] frames, final StackTraceElement[] enclosing) {
        int count = 0;
        while (count < frames.length
                && count < enclosing.length
                && frames[frames.length - 1 - count].equals(
                        enclosing[enclosing.length - 1 - count])) {
            count++;
        }
        return count;
    }

    private static boolean printsItself(final Class<?> type) {
        try {
            final Class<?> printer =
                    type.getMethod("printStackTrace", PrintWriter.class).getDeclaringClass();
            return printer != Throwable.class;
        } catch (final NoSuchMethodException e) {
            throw new AssertionError("Throwable has it", e);
        }
    }
}
