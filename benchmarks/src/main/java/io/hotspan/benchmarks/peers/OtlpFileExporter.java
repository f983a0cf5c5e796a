package io.hotspan.benchmarks.peers;

import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Writes each batch to a file as one OTLP request in protocol buffers, with its length before it.
 * Begins the file anew when it is large, so that a long run does not fill the disk.
 */
final class OtlpFileExporter implements SpanExporter {
    private static final long MAX_FILE_BYTES = 1L << 30;

    private final CountingExporter counts;
    private final Path file;
    private DataOutputStream out;
    private long fileBytes;

    OtlpFileExporter(final CountingExporter counts) throws IOException {
        this.counts = counts;
        file = Files.createTempFile("hotspan-benchmark-", ".otlp");
        begin();
    }

    @Override
    public synchronized CompletableResultCode export(final Collection<SpanData> batch) {
        try {
            final TraceRequestMarshaler request = TraceRequestMarshaler.create(batch);
            final int bytes = request.getBinarySerializedSize();
            if (fileBytes + bytes > MAX_FILE_BYTES) {
                out.close();
                begin();
            }
            out.writeInt(bytes);
            request.writeBinaryTo(out);
            out.flush();
            fileBytes += bytes;
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return counts.export(batch);
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public synchronized CompletableResultCode shutdown() {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
        return CompletableResultCode.ofSuccess();
    }

    private void begin() throws IOException {
        final OutputStream stream = Files.newOutputStream(file);
        out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
        fileBytes = 0;
    }
}
