package io.hotspan.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanTextTest {
    private static final long EPOCH_NANOS = 1_761_106_494_524_999_999L;

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 KiB",
        "1536, 1.5 KiB",
        "102348, 99.9 KiB",
        "102349, 100 KiB",
        "1048576, 1.0 MiB",
        "5368709120, 5.0 GiB",
        "9223372036854775807, 8.0 EiB"
    })
    void sizesHaveABinaryUnit(final long bytes, final String text) {
        assertThat(HumanText.size(bytes)).isEqualTo(text);
    }

    @Test
    void countsAreGrouped() {
        assertThat(HumanText.count(1_234_567)).isEqualTo("1,234,567");
    }

    @Test
    void oneIsSingular() {
        assertThat(HumanText.count(1, "span")).isEqualTo("1 span");
        assertThat(HumanText.count(0, "span")).isEqualTo("0 spans");
    }

    @Test
    void durationsAreThoseOfTheTree() {
        assertThat(HumanText.duration(12_300_000)).isEqualTo("12.3 ms");
    }

    @Test
    void timesAreRoundedDownToMilliseconds() {
        assertThat(HumanText.time(EPOCH_NANOS, ZoneOffset.UTC))
                .isEqualTo("2025-10-22T04:14:54.524");
    }

    @Test
    void timesAreThoseOfTheZone() {
        assertThat(HumanText.timeAndOffset(EPOCH_NANOS, ZoneId.of("Europe/Berlin")))
                .isEqualTo("2025-10-22T06:14:54.524+02:00");
    }

    @Test
    void timesBeforeTheEpochAreTimes() {
        assertThat(HumanText.timeAndOffset(-1, ZoneOffset.UTC))
                .isEqualTo("1969-12-31T23:59:59.999Z");
    }
}
