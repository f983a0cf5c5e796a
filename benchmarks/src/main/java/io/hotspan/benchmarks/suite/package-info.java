/** The benchmarks that {@code hotspan bench} runs, how long each, and what is kept of the run. */
package io.hotspan.benchmarks.suite;
