package io.hotspan.benchmarks.suite;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the figures come from. */
final class Machine {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Names and values, to be kept as JSON. */
    static Map<String, Object> describe() {
        final OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        final Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cpu", cpu());
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("memoryBytes", system.getTotalMemorySize());
        machine.put("os", property("os.name") + " " + property("os.version"));
        machine.put("arch", property("os.arch"));
        machine.put("loadAverageAtStart", system.getSystemLoadAverage());
        return machine;
    }

    static Map<String, Object> jdk() {
        final Map<String, Object> jdk = new LinkedHashMap<>();
        jdk.put("version", property("java.runtime.version"));
        jdk.put("vm", property("java.vm.name"));
        jdk.put("vendor", property("java.vendor"));
        return jdk;
    }

    /** Linux alone says it in a file. */
    private static String cpu() {
        if (!Files.isReadable(CPU_INFO)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot read " + CPU_INFO, e);
        }
    }

    private static String property(final String name) {
        return System.getProperty(name, "unknown");
    }
}
