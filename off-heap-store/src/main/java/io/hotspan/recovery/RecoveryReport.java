package io.hotspan.recovery;

/**
 * What a recovery did with the sessions that a journal knows of.
 *
 * @param recovered sessions of dead processes whose records are in the journal now
 * @param bytes of these, records that the journal did not have before
 * @param alive sessions of living processes, or of some that another recovery is at: left alone
 * @param gone sessions whose rings are no more, since the machine was started anew, say
 * @param failed sessions that could not be recovered now; their rings are kept
 */
public record RecoveryReport(int recovered, long bytes, int alive, int gone, int failed) {
    static final RecoveryReport NOTHING = new RecoveryReport(0, 0, 0, 0, 0);
    static final RecoveryReport ALIVE = new RecoveryReport(0, 0, 1, 0, 0);
    static final RecoveryReport GONE = new RecoveryReport(0, 0, 0, 1, 0);
    static final RecoveryReport FAILED = new RecoveryReport(0, 0, 0, 0, 1);

    static RecoveryReport recovered(final long bytes) {
        return new RecoveryReport(1, bytes, 0, 0, 0);
    }

    RecoveryReport plus(final RecoveryReport other) {
        return new RecoveryReport(
                recovered + other.recovered,
                bytes + other.bytes,
                alive + other.alive,
                gone + other.gone,
                failed + other.failed);
    }
}
