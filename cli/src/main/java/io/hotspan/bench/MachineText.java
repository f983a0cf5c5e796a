package io.hotspan.bench;

import io.hotspan.bench.result.BenchRun;
import io.hotspan.bench.result.RunFacts;
import io.hotspan.terminal.HumanText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where and when a run was made, as text. */
final class MachineText {
    private static final int DATE_LENGTH = 10;

    private MachineText() {}

    /** One line: machine, JDK and date; what is not known is left out. */
    static String inShort(final BenchRun run) {
        final RunFacts facts = run.facts();
        final List<String> parts = new ArrayList<>();
        if (!facts.cpu().isEmpty()) {
            parts.add(facts.cpu() + ", " + HumanText.count(facts.cores(), "core"));
        }
        if (!facts.jdk().isEmpty()) {
            parts.add("JDK " + feature(facts.jdk()));
        }
        if (facts.startedAt().length() >= DATE_LENGTH) {
            parts.add(facts.startedAt().substring(0, DATE_LENGTH));
        }
        return parts.isEmpty() ? "machine not recorded" : String.join(", ", parts);
    }

    private static String feature(final String jdk) {
        return jdk.substring(jdk.lastIndexOf(' ') + 1).replaceFirst("[.+].*", "");
    }

    /** All of it: names and values. */
    static Map<String, String> inFull(final BenchRun run) {
        final RunFacts facts = run.facts();
        final Map<String, String> all = new LinkedHashMap<>();
        put(all, "Date", facts.startedAt());
        put(all, "Hotspan", facts.version());
        put(all, "Suite", facts.suite());
        put(all, "Took", facts.seconds() == 0 ? "" : facts.seconds() + " s");
        put(all, "Processor", facts.cpu());
        put(all, "Cores", facts.cores() == 0 ? "" : Integer.toString(facts.cores()));
        put(all, "Memory", facts.memoryBytes() == 0 ? "" : HumanText.size(facts.memoryBytes()));
        put(all, "System", facts.system());
        put(
                all,
                "Load average at start",
                facts.loadAverage() < 0 ? "" : Cells.plain(facts.loadAverage()));
        put(all, "JVM", facts.jdk());
        put(all, "JVM options", options(run));
        return all;
    }

    /** Each set of options that JVMs were started with. */
    private static String options(final BenchRun run) {
        return String.join(
                "\n",
                run.measurements().stream()
                        .map(one -> String.join(" ", one.jvmArgs()))
                        .map(options -> options.isEmpty() ? "(none)" : options)
                        .distinct()
                        .toList());
    }

    private static void put(final Map<String, String> all, final String name, final String value) {
        all.put(name, value.isEmpty() ? "not recorded" : value);
    }
}
