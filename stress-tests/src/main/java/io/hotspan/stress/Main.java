package io.hotspan.stress;

import io.hotspan.stress.fuzz.FuzzCommand;
import io.hotspan.stress.kill.KillCommand;
import io.hotspan.stress.soak.SoakCommand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Breaks things. {@code kill} kills programs that record, {@code soak} does everything at once for
 * a long time; every other argument is jcstress's own, {@code -h} lists them.
 *
 * <p>jcstress is run with the JVM option that Agrona needs: it starts JVMs of its own for the
 * tests, and they do not see this jar's manifest.
 *
 * <p>Run: {@code java -jar stress-tests/target/stress-tests.jar --help}, or {@code -m quick}.
 */
public final class Main {
    private static final String JVM_ARG = "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED";

    @Command(
            name = "stress-tests",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = "Breaks things, and looks whether promises are kept.",
            footer = {
                "",
                "Without a command the arguments go to jcstress: \"-m quick\" tests the promises"
                        + " about",
                "threads in a minute or two, \"-h\" lists its options."
            })
    private static final class Commands {}

    private Main() {}

    /**
     * Runs a command, or jcstress.
     *
     * @param args a command and its options, or jcstress's options; not null
     * @throws Exception whatever jcstress throws
     */
    public static void main(final String[] args) throws Exception {
        final CommandLine commands =
                new CommandLine(new Commands())
                        .addSubcommand(KillCommand.create())
                        .addSubcommand(FuzzCommand.create())
                        .addSubcommand(SoakCommand.create());
        final String first = args.length == 0 ? "" : args[0];
        if (first.equals("--help") || commands.getSubcommands().containsKey(first)) {
            System.exit(commands.execute(args));
        }
        final List<String> options = new ArrayList<>(List.of("--jvmArgsPrepend", JVM_ARG));
        options.addAll(Arrays.asList(args));
        org.openjdk.jcstress.Main.main(options.toArray(new String[0]));
    }
}
