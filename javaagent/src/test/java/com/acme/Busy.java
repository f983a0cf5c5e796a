package com.acme;

import io.hotspan.tracing.Trace;

/** Calls a traced method a hundred times, and ends. */
public final class Busy {
    private Busy() {}

    /** Calls it. */
    public static void main(final String[] args) {
        for (int i = 0; i < 100; i++) {
            call(i);
        }
    }

    @Trace(name = "call")
    static int call(final int number) {
        return number;
    }
}
