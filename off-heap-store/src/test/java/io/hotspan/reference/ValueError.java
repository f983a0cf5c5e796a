package io.hotspan.reference;

/** Named as the exception that the reference's programs throw, since traces show the name. */
final class ValueError extends RuntimeException {
    private static final long serialVersionUID = 1;

    ValueError(final String message) {
        super(message);
    }
}
