package io.hotspan.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.agrona.BufferUtil;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagePopulatorTest {
    private static final int LENGTH = 8 << 20;

    @TempDir Path directory;

    @ParameterizedTest
    @EnumSource(PagePopulator.Way.class)
    void pagesAreMadeAndWhatIsStoredIsKept(final PagePopulator.Way way) throws IOException {
        final Path file = directory.resolve("file");
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(LENGTH);
            final MappedByteBuffer mapped =
                    access.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, LENGTH);
            try (PagePopulator populator =
                    new PagePopulator(
                            file.toFile(), 0, LENGTH, BufferUtil.address(mapped), 0, way)) {
                final int step = 100_000;
                for (int position = 0; position + step <= LENGTH; position += step) {
                    populator.ensure(position, position + step);
                    for (int i = position; i < position + step; i += 8) {
                        mapped.putLong(i, i + 1);
                    }
                }
                for (int i = 0; i < LENGTH / step * step; i += 8) {
                    assertThat(mapped.getLong(i)).isEqualTo(i + 1);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PagePopulator.Way.class)
    void aDiskWithLessThanTheMarginIsAnError(final PagePopulator.Way way) throws IOException {
        final Path file = directory.resolve("file");
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(LENGTH);
            final MappedByteBuffer mapped =
                    access.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, LENGTH);
            try (PagePopulator populator =
                    new PagePopulator(
                            file.toFile(),
                            0,
                            LENGTH,
                            BufferUtil.address(mapped),
                            Long.MAX_VALUE / 2,
                            way)) {
                assertThatThrownBy(() -> populator.ensure(0, 100))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining(file.toString());
            }
        }
    }
}
