package io.hotspan.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hotspan.block.Block;
import io.hotspan.block.BlockKind;
import io.hotspan.record.ClockAnchor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a file system of 24 MiB, which only root can mount; otherwise skipped. */
class FullDiskTest {
    private static final long SESSION = 0xF0F0;
    private static final int BLOCK_BYTES = 60_000;

    @TempDir Path directory;

    private final List<String> warnings = new ArrayList<>();
    private final List<Damage> damages = new ArrayList<>();
    private final UnsafeBuffer records = random();
    private Path journal;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", directory.toString()),
                "a file system of its own can be mounted");
        journal = directory.resolve("journal");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", directory.toString());
    }

    @Test
    void whatWasAcceptedIsReadAndWritingGoesOnWhenThereIsRoom() throws Exception {
        long position = 0;
        try (JournalWriter writer = open(0)) {
            position = appendUntilFull(writer, position);
            assertThat(position).isGreaterThan(10 << 20);
            // trying again changes nothing
            for (int i = 0; i < 20; i++) {
                final long refused = position;
                assertThatThrownBy(() -> append(writer, refused))
                        .isInstanceOf(UncheckedIOException.class);
            }
            assertThat(warnings).hasSize(1);
            assertThat(warnings.get(0)).startsWith("cannot write the journal " + journal);

            final List<SegmentName> names = JournalDirectory.segments(journal);
            for (final SegmentName name : names.subList(0, names.size() / 2)) {
                Segments.delete(name.in(journal));
            }
            final long resumed = position;
            for (int i = 0; i < 20; i++) {
                append(writer, position);
                position += BLOCK_BYTES;
            }
            assertThat(warnings).hasSize(2);
            assertThat(warnings.get(1)).startsWith("the journal is written again");
            assertThat(position).isGreaterThan(resumed);
        }

        assertThat(readToEnd()).isEqualTo(position);
        assertThat(damages).isEmpty();
    }

    @Test
    void somebodyElseFillingTheDiskIsAnErrorAndNoFault() throws Exception {
        long position = 0;
        try (JournalWriter writer = open(0)) {
            append(writer, position);
            position += BLOCK_BYTES;
            fillDisk();

            position = appendUntilFull(writer, position);
        }

        assertThat(readToEnd()).isEqualTo(position);
        assertThat(damages).isEmpty();
    }

    @Test
    void aMarginOfTheDiskIsLeftToOthers() {
        final long margin = 6 << 20;
        try (JournalWriter writer = open(margin)) {
            appendUntilFull(writer, 0);
            assertThat(directory.toFile().getUsableSpace()).isGreaterThanOrEqualTo(margin - 1024);
        }
    }

    private long appendUntilFull(final JournalWriter writer, final long start) {
        long position = start;
        while (position < 100 << 20) {
            try {
                append(writer, position);
            } catch (final UncheckedIOException e) {
                return position;
            }
            position += BLOCK_BYTES;
        }
        throw new AssertionError("the disk was never full");
    }

    private void append(final JournalWriter writer, final long position) {
        records.putLong(0, position);
        writer.append(
                TestRecords.ring(SESSION, 1),
                new ClockAnchor(1, 2),
                position,
                records,
                0,
                BLOCK_BYTES);
    }

    private long readToEnd() {
        long end = 0;
        try (JournalCursor cursor = JournalReader.open(journal, damages::add).cursor()) {
            while (cursor.next()) {
                final Block block = cursor.block();
                if (block.kind() == BlockKind.RECORDS) {
                    assertThat(block.content().getLong(block.contentIndex()))
                            .isEqualTo(block.startPosition());
                    assertThat(end == 0 || end == block.startPosition()).isTrue();
                    end = block.endPosition();
                }
            }
        }
        return end;
    }

    private void fillDisk() throws IOException {
        final byte[] bytes = new byte[1 << 16];
        try (var out = Files.newOutputStream(directory.resolve("filler"))) {
            while (true) {
                out.write(bytes);
            }
        } catch (final IOException e) {
            assertThat(directory.toFile().getUsableSpace()).isLessThan(1 << 16);
        }
    }

    private JournalWriter open(final long freeSpaceBytes) {
        return JournalWriter.open(
                journal,
                JournalOptions.newBuilder()
                        .sessionId(SESSION)
                        .segmentBytes(4 << 20)
                        .freeSpaceBytes(freeSpaceBytes)
                        .listener((message, cause) -> warnings.add(message))
                        .build());
    }

    private static UnsafeBuffer random() {
        final byte[] bytes = new byte[BLOCK_BYTES];
        new Random(3).nextBytes(bytes);
        final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(BLOCK_BYTES));
        buffer.putBytes(0, bytes);
        return buffer;
    }

    private static boolean run(final String... command) throws Exception {
        try {
            final Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (final IOException e) {
            return false; // there is no such command
        }
    }
}
