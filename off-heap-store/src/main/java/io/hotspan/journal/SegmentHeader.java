package io.hotspan.journal;

/** The text that a segment begins with: who wrote it, for people and for later versions. */
final class SegmentHeader {
    private SegmentHeader() {}

    /**
     * Lines {@code key=value} about this JVM.
     *
     * @param recovers whether the records are those that another process left behind
     */
    static String lines(final boolean recovers) {
        final JvmIdentity jvm = JvmIdentity.current();
        return "format=hotspan-journal\nversion="
                + JournalDirectory.VERSION
                + "\npid="
                + jvm.pid()
                + "\nprocessStartEpochMillis="
                + jvm.startEpochMillis()
                + "\nhost="
                + hostName()
                + "\njvm="
                + System.getProperty("java.vm.name")
                + " "
                + System.getProperty("java.runtime.version")
                + "\nos="
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + " "
                + System.getProperty("os.arch")
                + "\n"
                + (recovers ? "recovered=true\n" : "");
    }

    private static String hostName() {
        // no name service: it may take its time
        final String name = System.getenv("HOSTNAME");
        return name == null ? System.getenv().getOrDefault("COMPUTERNAME", "unknown") : name;
    }
}
