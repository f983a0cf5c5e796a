package io.hotspan.journal;

import java.util.List;

/** Says that the JVM was started without options that writing a journal needs, and lists them. */
public final class MissingJvmFlagsException extends JournalException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> flags;

    MissingJvmFlagsException(final List<String> flags) {
        super(
                "this JVM lacks options that Hotspan's journal needs. Add @hotspan.jvmargs (a file"
                        + " of options that comes with Hotspan) to the java command, or: "
                        + String.join(" ", flags)
                        + " (docs/troubleshooting.md#missing-jvm-options)");
        this.flags = List.copyOf(flags);
    }

    /** The options to add, as they are given to the java command. */
    public List<String> flags() {
        return flags;
    }
}
