/** What writing faster than the disk does to the rest of a JVM. */
package io.hotspan.benchmarks.burst;
