package io.hotspan.stress.fuzz;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** One damage of a file. Immutable. */
final class Mutation {
    /** What is done to a file. */
    enum Kind {
        /** Some bytes become others. */
        OVERWRITE,
        /** Bytes come between. */
        INSERT,
        /** Bytes go, and what was behind them moves up. */
        DELETE,
        /** The file ends here. */
        TRUNCATE
    }

    private static final int MAX_SHORT = 16;
    private static final int MAX_LONG = 20_000;

    private final Kind kind;
    private final int position;
    private final int length;
    private final byte[] bytes;

    /**
     * Some bytes of the file are changed or taken away, and others put there.
     *
     * @param position first byte it is done to
     * @param length bytes of the file that go
     * @param bytes what is put there; not copied
     */
    private Mutation(final Kind kind, final int position, final int length, final byte[] bytes) {
        this.kind = kind;
        this.position = position;
        this.length = length;
        this.bytes = bytes;
    }

    /** A damage at random, at or behind a position. */
    static Mutation random(final SplittableRandom random, final int fileLength, final int from) {
        final int position = Math.min(fileLength, from);
        final int left = fileLength - position;
        final int length =
                Math.min(left, 1 + random.nextInt(random.nextBoolean() ? MAX_SHORT : MAX_LONG));
        return switch (random.nextInt(8)) {
            case 0 -> new Mutation(Kind.TRUNCATE, position, left, new byte[0]);
            case 1 -> new Mutation(Kind.INSERT, position, 0, bytes(random, 1 + length));
            case 2 -> new Mutation(Kind.DELETE, position, length, new byte[0]);
            case 3 -> new Mutation(Kind.OVERWRITE, position, length, new byte[length]);
            case 4 -> new Mutation(Kind.OVERWRITE, position, length, bytes(random, length));
            case 5 -> {
                final int word = Math.min(Long.BYTES, left);
                yield new Mutation(Kind.OVERWRITE, position, word, number(random, word));
            }
            default -> null; // a flipped bit: needs the byte that is there
        };
    }

    /** A damage at random of the bytes of a file. */
    static Mutation random(final SplittableRandom random, final byte[] file, final int from) {
        final Mutation mutation = random(random, file.length, from);
        if (mutation != null) {
            return mutation;
        }
        final int position = Math.min(from, file.length - 1);
        final byte flipped = (byte) (file[position] ^ 1 << random.nextInt(Byte.SIZE));
        return new Mutation(Kind.OVERWRITE, position, 1, new byte[] {flipped});
    }

    /** The damaged file. */
    byte[] of(final byte[] file) {
        final byte[] mutant = Arrays.copyOf(file, file.length - length + bytes.length);
        System.arraycopy(bytes, 0, mutant, position, bytes.length);
        final int behind = position + length;
        System.arraycopy(file, behind, mutant, position + bytes.length, file.length - behind);
        return mutant;
    }

    /** First byte that it touches. */
    int position() {
        return position;
    }

    /** First byte behind what it touches. */
    int end() {
        return position + Math.max(1, length);
    }

    /** How many bytes longer it makes the file; 0 if it does not. */
    int added() {
        return Math.max(0, bytes.length - length);
    }

    private static byte[] bytes(final SplittableRandom random, final int length) {
        final byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A number that programs are afraid of, in little-endian. */
    private static byte[] number(final SplittableRandom random, final int length) {
        final long number =
                switch (random.nextInt(8)) {
                    case 0 -> -1;
                    case 1 -> Long.MIN_VALUE;
                    case 2 -> Long.MAX_VALUE;
                    case 3 -> Integer.MAX_VALUE;
                    case 4 -> 0xFFFF_FFFFL;
                    case 5 -> random.nextLong() >>> random.nextInt(Long.SIZE) & -Long.BYTES;
                    case 6 -> 1L << random.nextInt(Long.SIZE);
                    default -> random.nextInt(1 << 16);
                };
        final byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (number >>> i * Byte.SIZE);
        }
        return bytes;
    }

    @Override
    public String toString() {
        final byte[] first = Arrays.copyOf(bytes, Math.min(bytes.length, 64));
        return kind
                + " at "
                + position
                + ", "
                + length
                + " bytes by "
                + bytes.length
                + (bytes.length == 0 ? "" : ": " + HexFormat.of().formatHex(first));
    }
}
