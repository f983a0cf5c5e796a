package io.hotspan.stress.kill;

import io.hotspan.trace.SpanData;
import java.util.List;
import java.util.function.Consumer;

/**
 * Compares spans of one kind that one thread recorded, as they were replayed, with what the thread
 * had told. They come in the order of their numbers, which have no gap; only the last one, in which
 * the thread died, may be less than whole.
 */
final class ThreadCheck {
    private final String name;
    private final Payload payload;
    private final int thread;
    private final long wholeUpTo;
    private final Consumer<String> violations;
    private long last;
    private long open;
    private boolean wasTorn;

    /**
     * @param payload what the spans have for a text; null if they have none
     * @param wholeUpTo spans with greater numbers were recorded beside a close(): what of them is
     *     there is in order, but there need not be all
     */
    ThreadCheck(
            final String name,
            final int thread,
            final Payload payload,
            final long wholeUpTo,
            final Consumer<String> violations) {
        this.name = name;
        this.thread = thread;
        this.payload = payload;
        this.wholeUpTo = wholeUpTo;
        this.violations = violations;
    }

    void accept(final List<SpanData> spans) {
        spans.forEach(this::accept);
    }

    /** The number of the last span that is whole, or has its number at least. */
    long last() {
        return last;
    }

    /** Spans that have not ended. */
    long open() {
        return open;
    }

    /** Checks that no span is missing that was told to be there. */
    void checkUpTo(final long told) {
        if (last < told) {
            violations.accept(
                    name + ": " + told + " was committed, the last that is here is " + last);
        }
    }

    private void accept(final SpanData span) {
        open += span.isOpen() ? 1 : 0;
        final boolean mayLack = last >= wholeUpTo;
        if (wasTorn && !mayLack) {
            violations.accept(name + ": a span behind a torn one, after " + last + ": " + span);
        }
        final Object number = span.attributes().get(NumberedSpans.NUMBER);
        if (number == null) {
            lacks(span, "its number", mayLack);
            return;
        }
        if (!number.equals(last + 1)
                && !(mayLack && number instanceof Long later && later > last)) {
            violations.accept(name + ": " + number + " follows on " + last);
        }
        last = number instanceof Long whole ? whole : last + 1;
        if (payload != null) {
            checkText(span, mayLack);
        }
        if (span.droppedRecords() != 0 && !mayLack) {
            violations.accept(
                    name + ": " + last + " has lost " + span.droppedRecords() + " records");
        }
    }

    private void checkText(final SpanData span, final boolean mayLack) {
        final Object text = span.attributes().get(NumberedSpans.TEXT);
        if (text == null) {
            lacks(span, "its text", mayLack);
        } else if (!payload.text(thread, last).equals(text)) {
            violations.accept(name + ": " + last + " has another text");
        }
    }

    /** The thread died in it: no other may follow, and it has not ended. */
    private void lacks(final SpanData span, final String what, final boolean mayLack) {
        wasTorn = true;
        if (!span.isOpen() && !mayLack) {
            violations.accept(name + ": ended without " + what + ", after " + last);
        }
    }
}
