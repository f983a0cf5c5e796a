package io.hotspan.bench;

/** Who is measured: the classes of benchmarks whose methods have the same names. */
enum Subject {
    HOTSPAN_TSC("Hotspan, TSC clock", "ours-2", "TscBenchmark"),
    HOTSPAN("Hotspan", "ours", "SpanBenchmark"),
    HANDLES("Hotspan, by handle", "ours-3", "HandleBenchmark"),
    JFR("JFR event", "jfr", "JfrBenchmark"),
    OPEN_TELEMETRY("OpenTelemetry SDK", "opentelemetry", "OpenTelemetryBenchmark"),
    OPEN_TELEMETRY_BURST(
            "OpenTelemetry, in bursts", "opentelemetry", "OpenTelemetryBurstBenchmark"),
    OPEN_TELEMETRY_FILE(
            "OpenTelemetry to a file", "opentelemetry-file", "OpenTelemetryFileBenchmark"),
    OPEN_TELEMETRY_FILE_BURST(
            "… to a file, in bursts", "opentelemetry-file", "OpenTelemetryFileBurstBenchmark"),
    BRAVE("Brave", "brave", "BraveBenchmark"),
    MICROMETER("Micrometer Tracing", "micrometer", "MicrometerBenchmark"),
    MICROMETER_BURST("Micrometer, in bursts", "micrometer", "MicrometerBurstBenchmark"),
    JFR_STACK("JFR event with stack", "jfr", "JfrStackBenchmark"),
    LOG4J2("Log4j2 line", "log", "Log4j2Benchmark");

    private final String label;
    private final String colour;
    private final String benchmarkClass;

    Subject(final String label, final String colour, final String benchmarkClass) {
        this.label = label;
        this.colour = colour;
        this.benchmarkClass = benchmarkClass;
    }

    String label() {
        return label;
    }

    /** Name of one of the charts' colours. */
    String colour() {
        return colour;
    }

    /** Class and method of a benchmark. */
    String benchmark(final Scenario scenario) {
        return benchmarkClass + "." + scenario.method();
    }

    boolean isOurs() {
        return this == HOTSPAN_TSC || this == HOTSPAN || this == HANDLES;
    }

    /** Whether it traces, and so belongs beside ours; the others are measured for reference. */
    boolean isTracer() {
        return this != JFR_STACK && this != LOG4J2;
    }
}
