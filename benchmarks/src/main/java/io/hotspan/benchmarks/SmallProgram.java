package io.hotspan.benchmarks;

/** Ends as soon as it has begun; for {@link StartBenchmark}. */
public final class SmallProgram {
    private SmallProgram() {}

    /** Prints a line. */
    public static void main(final String[] args) {
        System.out.println(greeting());
    }

    static String greeting() {
        return "hello";
    }
}
