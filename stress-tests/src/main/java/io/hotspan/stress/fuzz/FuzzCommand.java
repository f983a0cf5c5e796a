package io.hotspan.stress.fuzz;

import io.hotspan.stress.process.Directories;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Damages journals and rings, case after case. */
@Command(
        name = "fuzz",
        description =
                "Flips bits in the files of a journal and of rings, cuts them, puts garbage into"
                        + " them, one damage at a time. Reading must name the file, give all that"
                        + " was not touched, and throw nothing but JournalException; recovering"
                        + " must throw nothing.",
        footer = "Exit code 1: it did not.")
public final class FuzzCommand implements Callable<Integer> {
    private static final int ONE_OF_RINGS_IN = 5;
    private static final int MAX_SHOWN = 20;

    @Spec private CommandSpec spec;

    @Option(names = "--cases", defaultValue = "10000", description = "How many; default 10000.")
    private int cases;

    @Option(names = "--seed", defaultValue = "1", description = "What is random; default 1.")
    private long seed;

    @Option(names = "--from", defaultValue = "0", description = "First case; default 0.")
    private int from;

    @Option(
            names = "--dir",
            description = "Where journals are made; default: the temporary directory.")
    private Path parent;

    private int ringCases;
    private int violations;

    private FuzzCommand() {}

    /** The command, for its parent. */
    public static FuzzCommand create() {
        return new FuzzCommand();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        final PrintWriter out = spec.commandLine().getOut();
        final Path directory = Directories.create(parent, "hotspan-fuzz-");
        final long beginNanos = System.nanoTime();
        try (Limits limits = new Limits()) {
            final DamagedJournal journal = DamagedJournal.create(directory.resolve("journal"));
            final DamagedRings rings = DamagedRings.create(directory.resolve("dead"));
            for (int i = from; i < from + cases; i++) {
                final SplittableRandom random = new SplittableRandom(seed * 31 + i);
                random.nextLong(); // neighbours begin alike
                final String problem =
                        i % ONE_OF_RINGS_IN == 0
                                ? damageRing(rings, random, limits)
                                : damageJournal(journal, random, limits);
                if (problem != null && ++violations <= MAX_SHOWN) {
                    out.println("case " + i + ": " + problem);
                    out.flush();
                }
            }
        }
        Directories.delete(directory);
        out.printf(
                Locale.ROOT,
                "fuzz: %,d cases, %,d of a journal and %,d of rings, in %,d s; %,d violations;"
                        + " seed %d, JDK %s%n",
                cases,
                cases - ringCases,
                ringCases,
                (System.nanoTime() - beginNanos) / 1_000_000_000,
                violations,
                seed,
                Runtime.version());
        out.flush();
        return violations == 0 ? 0 : 1;
    }

    private static String damageJournal(
            final DamagedJournal journal, final SplittableRandom random, final Limits limits)
            throws IOException, InterruptedException {
        final List<Path> files = journal.files();
        final Path file = files.get(random.nextInt(files.size()));
        final byte[] bytes = Files.readAllBytes(file);
        if (bytes.length == 0) {
            return null;
        }
        final int place = Math.min(bytes.length - 1, journal.place(random, file, bytes.length));
        final Mutation mutation = Mutation.random(random, bytes, place);
        final String name = file + ", " + mutation;
        final String problem = limits.run(name, () -> journal.check(file, mutation));
        return problem == null ? null : name + ": " + problem;
    }

    private String damageRing(
            final DamagedRings rings, final SplittableRandom random, final Limits limits)
            throws InterruptedException {
        ringCases++;
        final List<String> files = rings.files();
        final String file = files.get(random.nextInt(files.size()));
        final byte[] bytes = rings.bytes(file);
        final int place = Math.min(bytes.length - 1, DamagedRings.place(random, bytes.length));
        final Mutation mutation = Mutation.random(random, bytes, place);
        final String name = file + ", " + mutation;
        final String problem = limits.run(name, () -> rings.check(file, mutation));
        return problem == null ? null : name + ": " + problem;
    }
}
