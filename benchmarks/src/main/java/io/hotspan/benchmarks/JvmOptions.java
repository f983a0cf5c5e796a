package io.hotspan.benchmarks;

/** The options that a benchmark's forks need; the same as {@code hotspan.jvmargs} has. */
final class JvmOptions {
    static final String LANG_REFLECT = "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED";
    static final String INTERNAL_MISC = "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED";
    static final String NIO_CH = "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED";
    static final String INTERNAL_REF = "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED";
    static final String IGNORE_UNKNOWN = "-XX:+IgnoreUnrecognizedVMOptions";
    static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";
    static final String UNSAFE = "--sun-misc-unsafe-memory-access=allow";

    private JvmOptions() {}
}
