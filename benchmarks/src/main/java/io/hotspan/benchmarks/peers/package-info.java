/**
 * What others cost for the same work, in the same harness and under methods of the same names.
 * Peers may lose: each counts how much, beside its time.
 */
package io.hotspan.benchmarks.peers;
