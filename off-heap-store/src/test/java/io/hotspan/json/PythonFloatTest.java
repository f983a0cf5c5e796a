package io.hotspan.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PythonFloatTest {
    @Test
    void numbersLookAsInPython() throws Exception {
        for (final String line : pythonFloats()) {
            final int space = line.indexOf(' ');
            final double number =
                    Double.longBitsToDouble(Long.parseUnsignedLong(line, 0, space, 16));

            assertThat(PythonFloat.toString(number)).isEqualTo(line.substring(space + 1));
        }
    }

    @Test
    void theExponentBeginsBelowTheFourthPlaceAndAboveTheSixteenth() {
        assertThat(PythonFloat.toString(1e-4)).isEqualTo("0.0001");
        assertThat(PythonFloat.toString(1e-5)).isEqualTo("1e-05");
        assertThat(PythonFloat.toString(1e15)).isEqualTo("1000000000000000.0");
        assertThat(PythonFloat.toString(1e16)).isEqualTo("1e+16");
        assertThat(PythonFloat.toString(1e22)).isEqualTo("1e+22");
        assertThat(PythonFloat.toString(100)).isEqualTo("100.0");
    }

    @Property
    void everyFiniteNumberReadsBackTheSame(@ForAll final long bits) {
        final double number = Double.longBitsToDouble(bits);
        if (Double.isFinite(number)) {
            assertThat(Double.parseDouble(PythonFloat.toString(number))).isEqualTo(number);
        }
    }

    private static List<String> pythonFloats() throws Exception {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                PythonFloatTest.class.getResourceAsStream("python-floats.txt"),
                                StandardCharsets.US_ASCII))) {
            return lines.lines().toList();
        }
    }
}
