/** What JMH measured, read from the JSON that it writes. */
package io.hotspan.bench.result;
