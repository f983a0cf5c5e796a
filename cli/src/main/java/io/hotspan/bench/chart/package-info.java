/** Charts as SVG: bars with their errors, and curves of percentiles. */
package io.hotspan.bench.chart;
