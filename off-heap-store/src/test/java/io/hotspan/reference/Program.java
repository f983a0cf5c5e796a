package io.hotspan.reference;

import io.hotspan.tracing.Tracer;

/** One case of make_reference.py, written with Hotspan. */
@FunctionalInterface
interface Program {
    /**
     * Runs the case; returns the id of its trace, or null if that is the last one of the thread.
     */
    String run(Tracer tracer);
}
