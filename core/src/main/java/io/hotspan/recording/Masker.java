package io.hotspan.recording;

import io.hotspan.record.ReservedKeys;
import java.util.Map;

/** Puts the masking hook before whatever one thread records. */
final class Masker {
    /** What is to be masked. These hold nothing, so that passing one allocates nothing. */
    @FunctionalInterface
    interface Subject {
        /** Threads' names, for one: not the hook's business. */
        Subject NONE = (masker, key, value) -> value;

        Subject VALUE = Masker::value;

        /** Where only a text can be recorded, or null. */
        Subject TEXT = Masker::text;

        /** A map with string keys; the value of each entry is masked when it is asked for. */
        Subject ENTRIES = (masker, key, map) -> new MaskedMap((Map<?, ?>) map, masker::value);

        Object masked(Masker masker, String key, Object value);
    }

    private final Masking masking; // null: there is none
    private final Recording recording;
    private boolean isMasking;

    Masker(final Recording recording) {
        this.recording = recording;
        masking = recording.settings().masking();
    }

    /** What to record instead of a value. */
    Object masked(final Subject subject, final String key, final Object value) {
        return masking == null ? value : subject.masked(this, key, value);
    }

    private Object value(final String key, final Object value) {
        return key.equals(ReservedKeys.SPAN_TYPE) ? value : ask(key, value);
    }

    private Object text(final String key, final Object text) {
        if (text == null) {
            return null;
        }
        final Object masked = ask(key, text);
        try {
            return masked == null ? "" : masked.toString();
        } catch (final RuntimeException | Error e) {
            return hide(e);
        }
    }

    private Object ask(final String key, final Object value) {
        if (isMasking) {
            return hide(new IllegalStateException("the masking hook records values: " + key));
        }
        isMasking = true;
        try {
            return masking.mask(key, value);
        } catch (final Throwable e) { // whatever it is, the value stays hidden
            return hide(e);
        } finally {
            isMasking = false;
        }
    }

    private String hide(final Throwable cause) {
        recording.countFailure(cause);
        return Masking.HIDDEN;
    }
}
