package com.acme;

/** Has nothing to trace. */
public final class Silent {
    private Silent() {}

    /** Prints a line. */
    public static void main(final String[] args) {
        System.out.println("hello");
    }
}
