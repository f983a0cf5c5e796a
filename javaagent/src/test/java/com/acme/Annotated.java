package com.acme;

import io.hotspan.tracing.Span;
import io.hotspan.tracing.Trace;
import io.hotspan.tracing.Tracer;
import java.util.List;
import java.util.Locale;

/** Methods of every kind that are annotated, and a span by hand in one of them. */
public class Annotated {
    @Trace
    Annotated() {}

    @Trace(
            name = "answer",
            type = "CHAIN",
            attributes = @Trace.Attribute(key = "team", value = "search"))
    public String ask(final String question, final int depth) {
        return Tracer.ofAgent()
                .map(
                        tracer -> {
                            tracer.currentSpan().setAttribute("by", "hand");
                            try (Span span = tracer.startSpan("by hand")) {
                                return upper(question) + depth;
                            }
                        })
                .orElse("no agent");
    }

    @Trace
    private static String upper(final String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    @Trace(captureInputs = false, captureOutput = false)
    protected final long secret(final String password) {
        return password.length();
    }

    @Trace
    <T extends Comparable<T>> T larger(final T one, final T other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    @Trace
    static int sum(final int... numbers) {
        int sum = 0;
        for (final int number : numbers) {
            sum += number;
        }
        return sum;
    }

    @Trace
    void fail(final String why) throws Refused {
        throw new Refused(why);
    }

    @Trace
    List<String> overridden() {
        return List.of("above");
    }

    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(final String message) {
            super(message);
        }
    }

    static final class Silent extends Annotated {
        @Override
        List<String> overridden() {
            return List.of("below");
        }
    }

    /** Prints what the methods give. */
    public static void main(final String[] args) {
        final Annotated annotated = new Annotated();
        System.out.println(annotated.ask("why", 3));
        System.out.println(annotated.secret("1234"));
        System.out.println(annotated.larger("a", "b"));
        System.out.println(sum(1, 2, 3));
        System.out.println(annotated.overridden());
        System.out.println(new Silent().overridden());
        try {
            annotated.fail("no");
        } catch (final Refused e) {
            System.out.println("refused " + e.getMessage());
        }
    }
}
