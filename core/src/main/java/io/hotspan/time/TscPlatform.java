package io.hotspan.time;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What JDK, kernel and CPU say about the time stamp counter.
 *
 * @param javaFeature number of the JDK: 17, 21, 25
 * @param os as in the property {@code os.name}
 * @param architecture as in the property {@code os.arch}
 * @param nativeAccess whether Hotspan may call native code
 * @param cpuFlags the {@code flags} of {@code /proc/cpuinfo}; empty if it has none
 * @param clockSource the kernel's clock source in force; empty if it cannot be read
 */
record TscPlatform(
        int javaFeature,
        String os,
        String architecture,
        boolean nativeAccess,
        String cpuFlags,
        String clockSource) {
    /** The first JDK that has {@code java.lang.foreign} for good. */
    private static final int MIN_JAVA_FEATURE = 22;

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final Path CLOCK_SOURCE =
            Path.of("/sys/devices/system/clocksource/clocksource0/current_clocksource");

    /** Ticks at one rate whatever the CPU's frequency is, and in idle states too. */
    private static final List<String> NEEDED_CPU_FLAGS = List.of("constant_tsc", "nonstop_tsc");

    static TscPlatform ofThisMachine() {
        return new TscPlatform(
                Runtime.version().feature(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                nativeAccessIsEnabled(),
                readCpuFlags(),
                readClockSource());
    }

    /** The first reason why the counter cannot be used; empty if there is none. */
    /* That the kernel itself keeps time by the TSC is asked for, because it has compared the cores'
     * counters at boot, goes on to watch them, and turns to another source when they fail. */
    Optional<String> obstacle() {
        if (javaFeature < MIN_JAVA_FEATURE) {
            return Optional.of(
                    "JDK %d has no foreign functions, JDK %d or newer is needed"
                            .formatted(javaFeature, MIN_JAVA_FEATURE));
        }
        if (!os.equals("Linux") || !architecture.equals("amd64")) {
            return Optional.of(
                    "it is read on Linux on amd64, and this is %s on %s"
                            .formatted(os, architecture));
        }
        if (!nativeAccess) {
            return Optional.of(
                    "native access is not enabled,"
                            + " start the JVM with --enable-native-access=ALL-UNNAMED");
        }
        final List<String> flags = Arrays.asList(cpuFlags.split("\\s+"));
        for (final String needed : NEEDED_CPU_FLAGS) {
            if (!flags.contains(needed)) {
                return Optional.of("the flags in " + CPU_INFO + " lack " + needed);
            }
        }
        if (!clockSource.equals("tsc")) {
            return Optional.of(
                    "the kernel does not keep time by it, the source in %s is \"%s\""
                            .formatted(CLOCK_SOURCE, clockSource));
        }
        return Optional.empty();
    }

    /** Asked by reflection: JDK 17 does not have the method. */
    private static boolean nativeAccessIsEnabled() {
        try {
            return (boolean)
                    Module.class
                            .getMethod("isNativeAccessEnabled")
                            .invoke(TscPlatform.class.getModule());
        } catch (final ReflectiveOperationException e) {
            return false;
        }
    }

    private static String readCpuFlags() {
        try (Stream<String> lines = Files.lines(CPU_INFO, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("");
        } catch (final IOException e) {
            return "";
        }
    }

    private static String readClockSource() {
        try {
            return Files.readString(CLOCK_SOURCE).strip();
        } catch (final IOException e) {
            return "";
        }
    }
}
