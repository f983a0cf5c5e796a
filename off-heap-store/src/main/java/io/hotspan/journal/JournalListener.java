package io.hotspan.journal;

/** Hears of what a journal's writer meets with. */
@FunctionalInterface
public interface JournalListener {
    /**
     * Called by the writing thread when something is wrong and writing goes on: a segment was
     * abandoned, old segments could not be deleted, Chronicle warned.
     *
     * @param message one line
     * @param cause null if there is none
     */
    void onWarning(String message, Throwable cause);
}
