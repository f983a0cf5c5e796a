package io.hotspan.stress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs jcstress with the JVM option that Agrona needs: jcstress starts JVMs of its own for the
 * tests, and they do not see this jar's manifest.
 *
 * <p>Run: {@code java -jar stress-tests/target/stress-tests.jar -m quick}; every option is
 * jcstress's own, {@code -h} lists them.
 */
public final class Main {
    private static final String JVM_ARG = "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED";

    private Main() {}

    /**
     * Runs the tests that the arguments ask for.
     *
     * @param args jcstress's options, not null
     * @throws Exception whatever jcstress throws
     */
    public static void main(final String[] args) throws Exception {
        final List<String> options = new ArrayList<>(List.of("--jvmArgsPrepend", JVM_ARG));
        options.addAll(Arrays.asList(args));
        org.openjdk.jcstress.Main.main(options.toArray(new String[0]));
    }
}
