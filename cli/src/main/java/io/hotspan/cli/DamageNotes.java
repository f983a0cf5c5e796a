package io.hotspan.cli;

import io.hotspan.journal.Damage;
import io.hotspan.journal.DamageListener;
import io.hotspan.terminal.ShellText;
import io.hotspan.trace.SafeText;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Says once, at the end, that a journal is damaged: the answer stands, but it is not everything.
 * Used by one thread.
 */
final class DamageNotes implements DamageListener {
    private static final int MAX_NOTED = 1000;

    private final Output output;
    private final Set<Damage> noted = new LinkedHashSet<>(); // a journal may be read twice

    DamageNotes(final Output output) {
        this.output = output;
    }

    @Override
    public void onDamage(final Damage damage) {
        if (noted.size() < MAX_NOTED) {
            noted.add(damage);
        }
    }

    /** Writes one line if there was damage since the last report. */
    void report(final JournalArgument journal) {
        if (noted.isEmpty()) {
            return;
        }
        final String others =
                noted.size() == 1
                        ? ""
                        : ", and "
                                + (noted.size() == MAX_NOTED ? "many" : noted.size() - 1)
                                + " more";
        output.message(
                SafeText.of(
                        "not whole, what can be read is shown: "
                                + noted.iterator().next()
                                + others
                                + "; `hotspan verify "
                                + ShellText.of(journal.directory())
                                + "` lists all"
                                + " (docs/troubleshooting.md#a-journal-that-is-not-whole)"));
        noted.clear();
    }
}
