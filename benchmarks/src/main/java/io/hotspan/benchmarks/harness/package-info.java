/** What all benchmarks share: counts of what was written and lost, and the CPU that it took. */
package io.hotspan.benchmarks.harness;
