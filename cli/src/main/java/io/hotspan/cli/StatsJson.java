package io.hotspan.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hotspan.replay.JournalStatistics;
import io.hotspan.replay.OperationStatistics;
import io.hotspan.replay.ThreadLoss;
import java.io.IOException;

/** Statistics for programs: one object, whose keys scripts rely on. */
final class StatsJson {
    private static final double HUNDREDTHS = 100;

    private StatsJson() {}

    static String of(final JournalStatistics statistics) {
        return JsonLine.of(
                json -> {
                    json.writeNumberField("traces", statistics.traces());
                    json.writeNumberField("spans", statistics.spans());
                    json.writeNumberField("openSpans", statistics.openSpans());
                    json.writeNumberField("lostSpans", statistics.lostSpans());
                    json.writeNumberField("lostRecords", statistics.lostRecords());
                    json.writeNumberField("waitedNanos", statistics.waitedNanos());
                    json.writeArrayFieldStart("losses");
                    for (final ThreadLoss loss : statistics.losses()) {
                        write(json, loss);
                    }
                    json.writeEndArray();
                    json.writeNumberField("journalBytes", statistics.journalBytes());
                    json.writeNumberField(
                            "bytesPerSpan",
                            Math.round(statistics.bytesPerSpan() * HUNDREDTHS) / HUNDREDTHS);
                    json.writeNumberField("firstEpochNanos", statistics.firstEpochNanos());
                    json.writeNumberField("lastEpochNanos", statistics.lastEpochNanos());
                    json.writeNumberField("errors", statistics.errors());
                    json.writeArrayFieldStart("operations");
                    for (final OperationStatistics operation : statistics.operations()) {
                        write(json, operation);
                    }
                    json.writeEndArray();
                });
    }

    private static void write(final JsonGenerator json, final ThreadLoss loss) throws IOException {
        json.writeStartObject();
        json.writeStringField("thread", loss.thread());
        json.writeNumberField("lostSpans", loss.lostSpans());
        json.writeNumberField("lostRecords", loss.lostRecords());
        json.writeNumberField("firstEpochNanos", loss.firstEpochNanos());
        json.writeNumberField("lastEpochNanos", loss.lastEpochNanos());
        json.writeNumberField("waitedNanos", loss.waitedNanos());
        json.writeEndObject();
    }

    private static void write(final JsonGenerator json, final OperationStatistics operation)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("name", operation.name());
        json.writeNumberField("count", operation.count());
        json.writeNumberField("p50Nanos", operation.p50Nanos());
        json.writeNumberField("p99Nanos", operation.p99Nanos());
        json.writeNumberField("maxNanos", operation.maxNanos());
        json.writeEndObject();
    }
}
