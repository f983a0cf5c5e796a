package io.hotspan.benchmarks.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;

/** What a suite comes to on this machine: which benchmarks, how many, and how long they take. */
final class Plan {
    private final List<Step> steps;

    private Plan(final List<Step> steps) {
        this.steps = steps;
    }

    /**
     * Looks the benchmarks up.
     *
     * @param only regular expression; others are left out
     * @param leftOut regular expressions of what this machine cannot run
     */
    static Plan of(
            final List<Part> parts,
            final Pattern only,
            final List<String> leftOut,
            final OutputFormat log) {
        final List<Step> steps = new ArrayList<>();
        final Set<String> planned = new HashSet<>();
        for (final Part part : parts) {
            final List<String> names = new ArrayList<>();
            int runs = 0;
            for (final BenchmarkListEntry entry :
                    BenchmarkList.defaultList().find(log, part.benchmarks(), leftOut)) {
                final String name = entry.getUsername();
                final Object mode = part.mode() == null ? entry.getMode() : part.mode();
                if (only.matcher(name).find() && planned.add(name + " " + mode)) {
                    names.add(name);
                    runs += combinations(entry, part.params());
                }
            }
            if (!names.isEmpty()) {
                steps.addAll(Collections.nCopies(part.rounds(), new Step(part, names, runs)));
            }
        }
        return new Plan(steps);
    }

    private static int combinations(
            final BenchmarkListEntry entry, final Map<String, List<String>> chosen) {
        int combinations = 1;
        for (final Map.Entry<String, String[]> param :
                entry.getParams().orElse(Map.of()).entrySet()) {
            final List<String> values =
                    chosen.getOrDefault(param.getKey(), List.of(param.getValue()));
            combinations *= values.size();
        }
        return combinations;
    }

    List<Step> steps() {
        return steps;
    }

    /** Benchmarks, each with each combination of its parameters, in each round. */
    int runs() {
        return steps.stream().mapToInt(Step::runs).sum();
    }

    /** How long each of {@link #runs} takes, roughly, in their order. */
    List<Duration> estimates() {
        return steps.stream()
                .flatMap(step -> Stream.generate(step.part()::estimate).limit(step.runs()))
                .toList();
    }

    /**
     * A part, as it is on this machine.
     *
     * @param names of the benchmarks, in full
     * @param runs these with all combinations of their parameters
     */
    record Step(Part part, List<String> names, int runs) {}
}
