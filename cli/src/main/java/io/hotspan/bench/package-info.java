/** The report on a run of benchmarks: ratios, bars and goals, as text, as a page and as a chart. */
package io.hotspan.bench;
