package io.hotspan.stress.kill;

import io.hotspan.recovery.Recovery;
import io.hotspan.stress.process.ChildJvm;
import java.nio.file.Path;

/** A program that recovers what another one has left, until it is killed. */
final class RecoveryProcess {
    private RecoveryProcess() {}

    /** Arguments: directory, number of the witness. */
    public static void main(final String[] arguments) throws Exception {
        ChildJvm.endWithParent();
        final Places places = new Places(Path.of(arguments[0]));
        final Witness witness = Witness.open(places.witness(Integer.parseInt(arguments[1])));
        witness.phase(Witness.AT_IT);
        Recovery.of(places.journal()).recoverAll(System.err::println);
        witness.phase(Witness.DONE);
    }
}
