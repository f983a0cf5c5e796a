package io.hotspan.journal;

/** Hears of damage while a journal is read. */
@FunctionalInterface
public interface DamageListener {
    /** Called by the reading thread, once for each damaged place. */
    void onDamage(Damage damage);
}
