package io.hotspan.cli;

/** What the command tells the shell. Scripts rely on these. */
final class ExitCode {
    static final int FINE = 0;

    /** The answer is no: an unknown trace, or a journal that is not whole. */
    static final int NO = 1;

    /**
     * Wrong use, or no answer was possible: an unknown option, a path that is no journal, a journal
     * of a newer version or one that may not be read, an output that cannot be written.
     */
    static final int WRONG_USE = 2;

    private ExitCode() {}
}
