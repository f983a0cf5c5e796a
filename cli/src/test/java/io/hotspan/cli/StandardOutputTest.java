package io.hotspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
    @Test
    void whatIsWrittenIsHandedOn() throws Exception {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final StandardOutput output = new StandardOutput(bytes);
        output.write('a');
        output.write("bc".getBytes(StandardCharsets.US_ASCII));
        assertThat(bytes.toString(StandardCharsets.US_ASCII)).isEqualTo("abc");
        assertThat(output.failure()).isNull();
    }

    @Test
    void theFirstFailureIsKept() {
        assertThat(failureOf("No space left on device")).hasMessage("No space left on device");
    }

    @Test
    void aBrokenPipeIsNoFailure() {
        assertThat(failureOf("Broken pipe")).isNull();
        assertThat(failureOf("The pipe is being closed")).isNull();
    }

    @Test
    void aFailureWithoutAMessageIsAFailure() {
        assertThat(failureOf(null)).isInstanceOf(IOException.class);
    }

    private static IOException failureOf(final String message) {
        final StandardOutput output =
                new StandardOutput(
                        new OutputStream() {
                            @Override
                            public void write(final int b) throws IOException {
                                throw new IOException(message);
                            }
                        });
        new PrintWriter(output, true, StandardCharsets.UTF_8).println("x");
        return output.failure();
    }
}
