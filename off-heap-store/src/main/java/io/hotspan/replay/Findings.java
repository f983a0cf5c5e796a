package io.hotspan.replay;

import io.hotspan.journal.Damage;
import io.hotspan.journal.DamageListener;
import java.util.ArrayList;
import java.util.List;

/** Gathers what verification finds. */
final class Findings implements DamageListener {
    private final List<Damage> first = new ArrayList<>();
    private BlockPlace place;
    private long count;

    /** Notes which block the next findings are about. */
    void at(final BlockPlace blockPlace) {
        place = blockPlace;
    }

    /** Something is wrong in the block. */
    void add(final String reason) {
        onDamage(new Damage(place.file(), place.offset(), reason));
    }

    @Override
    public void onDamage(final Damage damage) {
        count++;
        if (first.size() < VerifyReport.MAX_FINDINGS) {
            first.add(damage);
        }
    }

    long count() {
        return count;
    }

    List<Damage> first() {
        return first;
    }
}
