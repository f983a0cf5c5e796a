package io.hotspan.journal;

/**
 * The word before each document of a Chronicle queue's file.
 *
 * <pre>
 *  bit  31         30         29                                      0
 *      +----------+----------+-----------------------------------------+
 *      | Not      | Metadata |             Length, bytes               |
 *      | Complete |          |                                         |
 *      +----------+----------+-----------------------------------------+
 * </pre>
 *
 * <p>0: nothing is here yet. The word is stored last, so a document that has a complete header is
 * complete. The next header is at the next multiple of 4 behind the document. Metadata is
 * Chronicle's own: its file header and its index.
 */
final class DocumentHeader {
    static final int LENGTH = Integer.BYTES;

    private static final int METADATA = 0x4000_0000;
    private static final int LENGTH_MASK = 0x3FFF_FFFF;

    private DocumentHeader() {}

    static boolean isComplete(final int header) {
        return header > 0; // neither 0 nor marked as incomplete, which is the sign
    }

    static boolean isMetadata(final int header) {
        return (header & METADATA) != 0;
    }

    static int documentLength(final int header) {
        return header & LENGTH_MASK;
    }

    /**
     * Where the header behind a document is. Counted from the document, and not from the file: what
     * came into a file, or went, has moved all that is behind.
     */
    static long next(final long headerPosition, final int documentLength) {
        return headerPosition + align(LENGTH + (long) documentLength);
    }

    static long align(final long position) {
        return (position + (LENGTH - 1)) & -LENGTH;
    }
}
