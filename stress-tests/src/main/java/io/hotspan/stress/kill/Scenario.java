package io.hotspan.stress.kill;

/** What a program is doing when it is killed. */
enum Scenario {
    /** It records in several threads, each with a ring of its own. */
    RECORDING,
    /** It starts: makes its rings, its first segment. */
    STARTING,
    /** It records so much that segments are made and sealed all the time. */
    ROLLING,
    /** It records values of several MiB. */
    LARGE_VALUES,
    /** Its threads share one ring. */
    SHARED_RING,
    /** Its threads are virtual; on JDKs without them as {@link #SHARED_RING}. */
    VIRTUAL_THREADS,
    /** It closes its journal, while some of its threads go on. */
    CLOSING,
    /** It brings in what a process killed before it has left: killed again and again. */
    RECOVERING,
    /** It starts on the journal of a killed process, which it recovers, and is killed too. */
    RESTARTING
}
