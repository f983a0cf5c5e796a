package io.hotspan.stress.kill;

import io.hotspan.stress.process.ChildJvm;
import io.hotspan.stress.process.Directories;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Kills programs that record, again and again. */
@Command(
        name = "kill",
        description =
                "Kills programs that record (SIGKILL, at random moments), recovers, replays, and"
                        + " compares with what the programs had committed.",
        footer = "Exit code 1: something was lost, doubled, out of order or not recovered.")
public final class KillCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--iterations", defaultValue = "30", description = "How many; default 30.")
    private int iterations;

    @Option(names = "--seed", defaultValue = "1", description = "What is random; default 1.")
    private long seed;

    @Option(names = "--from", defaultValue = "0", description = "First iteration; default 0.")
    private int from;

    @Option(
            names = "--state",
            description =
                    "File that remembers how far it got: the same command with the same file goes"
                            + " on there.")
    private Path stateFile;

    @Option(
            names = "--dir",
            description = "Where journals and rings are made; default: the temporary directory.")
    private Path parent;

    @Option(
            names = "--java-home",
            description = "JDK of the programs that are killed; default: that of this command.")
    private Path javaHome;

    private KillCommand() {}

    /** The command, for its parent. */
    public static KillCommand create() {
        return new KillCommand();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        final PrintWriter out = spec.commandLine().getOut();
        final Properties state = readState();
        final Figures figures = Figures.read(state);
        final int first = Integer.parseInt(state.getProperty("next", Integer.toString(from)));
        final int end = from + iterations;
        final Path directory = Directories.create(parent, "hotspan-kill-");
        final ChildJvm children = new ChildJvm(javaHome, directory);
        train(children, directory);
        boolean keep = false;
        for (int iteration = first; iteration < end; iteration++) {
            final Places places =
                    new Places(Files.createDirectory(directory.resolve("run-" + iteration)));
            final KillPlan plan = KillPlan.of(seed, iteration);
            final List<String> violations =
                    new KillIteration(plan, places, children, figures).run();
            if (violations.isEmpty()) {
                Directories.delete(places.directory());
            } else {
                keep = true;
                report(out, iteration, plan, places, violations);
            }
            writeState(state, figures, iteration + 1);
            if ((iteration + 1) % 100 == 0) {
                out.println("… " + figures.line(seed));
                out.flush();
            }
        }
        if (!keep) {
            Directories.delete(directory);
        }
        out.println(figures.line(seed));
        out.flush();
        return figures.violations() == 0 ? 0 : 1;
    }

    /** The first child makes the archive that later ones start from. */
    private void train(final ChildJvm children, final Path directory)
            throws IOException, InterruptedException {
        final Places places = new Places(Files.createDirectory(directory.resolve("train")));
        Files.createDirectory(places.rings());
        Witness.create(places.witness(0));
        final int exitCode =
                children.train(
                        WriterProcess.class,
                        List.of(
                                Long.toString(seed),
                                "0",
                                "0",
                                places.directory().toString(),
                                "train"));
        if (exitCode != 0) {
            throw new IOException(
                    "a program that records does not work: " + Files.readString(children.output()));
        }
        Directories.delete(places.directory());
    }

    private void report(
            final PrintWriter out,
            final int iteration,
            final KillPlan plan,
            final Places places,
            final List<String> violations) {
        out.println("iteration " + iteration + " failed: " + plan);
        violations.stream().limit(20).forEach(violation -> out.println("  " + violation));
        out.println("  files are kept in " + places.directory());
        out.println("  again: kill --seed " + seed + " --from " + iteration + " --iterations 1");
        out.flush();
    }

    private Properties readState() throws IOException {
        final Properties state = new Properties();
        if (stateFile != null && Files.exists(stateFile)) {
            try (InputStream in = Files.newInputStream(stateFile)) {
                state.load(in);
            }
            if (!Long.toString(seed).equals(state.getProperty("seed"))) {
                throw new ParameterException(
                        spec.commandLine(),
                        "the state in "
                                + stateFile
                                + " is of seed "
                                + state.getProperty("seed")
                                + "; give that seed, or another file");
            }
        }
        return state;
    }

    private void writeState(final Properties state, final Figures figures, final int next)
            throws IOException {
        if (stateFile == null) {
            return;
        }
        figures.write(state);
        state.setProperty("seed", Long.toString(seed));
        state.setProperty("next", Integer.toString(next));
        final Path fresh = stateFile.resolveSibling(stateFile.getFileName() + ".new");
        try (OutputStream file = Files.newOutputStream(fresh)) {
            state.store(file, null);
        }
        Files.move(fresh, stateFile, StandardCopyOption.REPLACE_EXISTING);
    }
}
