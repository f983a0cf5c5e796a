package io.hotspan.stress.kill;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Texts that can be told again from their number. */
final class Payload {
    private static final int PATTERN_CHARS = 4099;

    private final byte[] pattern = new byte[PATTERN_CHARS];
    private final int maxChars;

    Payload(final long seed, final int maxChars) {
        this.maxChars = maxChars;
        final SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = (byte) ('a' + random.nextInt(26));
        }
    }

    /** The text that a thread records with its n-th span: most are short, a few very long. */
    String text(final int thread, final long n) {
        final SplittableRandom random = new SplittableRandom(n * 64 + thread);
        final int most = random.nextInt(8) == 0 ? maxChars : Math.min(maxChars, 60);
        final byte[] text = new byte[random.nextInt(most + 1)];
        int from = random.nextInt(PATTERN_CHARS);
        for (int done = 0; done < text.length; ) {
            final int length = Math.min(text.length - done, PATTERN_CHARS - from);
            System.arraycopy(pattern, from, text, done, length);
            done += length;
            from = 0;
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
