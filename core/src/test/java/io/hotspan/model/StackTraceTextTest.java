package io.hotspan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** The text is the one that the JDK prints. */
class StackTraceTextTest {
    private static void assertAsPrinted(final Throwable throwable) {
        final StringWriter printed = new StringWriter();
        throwable.printStackTrace(new PrintWriter(printed));
        assertThat(StackTraceText.of(throwable)).isEqualTo(printed.toString());
    }

    private static Exception thrownInTheJdk() {
        try {
            throw new AssertionError("parsed " + Integer.parseInt("x"));
        } catch (final NumberFormatException e) {
            return e;
        }
    }

    @Test
    void anExceptionWithoutAMessage() {
        assertAsPrinted(new IllegalStateException());
    }

    @Test
    void framesOfTheJdk() {
        assertAsPrinted(thrownInTheJdk());
    }

    @Test
    void causesShareTheirOuterFrames() {
        final Exception cause = thrownInTheJdk();
        assertAsPrinted(new IllegalStateException("outer", new RuntimeException("middle", cause)));
    }

    @Test
    void suppressedOnesAreIndentedWithTheirCauses() {
        final Exception outer = new Exception("outer", new Exception("cause"));
        final Exception suppressed = new Exception("suppressed", new Exception("its cause"));
        suppressed.addSuppressed(new Exception("two deep"));
        outer.addSuppressed(suppressed);
        outer.addSuppressed(thrownInTheJdk());
        assertAsPrinted(outer);
    }

    @Test
    void aCycleIsNamed() {
        final Exception one = new Exception("one");
        final Exception other = new Exception("other", one);
        one.initCause(other);
        assertAsPrinted(one);
    }

    @Test
    void anExceptionWithoutAStack() {
        assertAsPrinted(new Exception("no stack", null, true, false) {});
    }

    @Test
    void aClassThatPrintsItselfIsAsked() {
        final Exception own =
                new Exception("own") {
                    @Override
                    public void printStackTrace(final PrintWriter writer) {
                        writer.print("printed by itself");
                    }
                };
        assertThat(StackTraceText.of(own)).isEqualTo("printed by itself");
    }
}
