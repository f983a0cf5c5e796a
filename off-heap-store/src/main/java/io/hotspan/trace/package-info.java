/**
 * A recorded trace as people and tools read it: spans, trace-level information, MLflow's trace
 * JSON, searching inside a trace, and the text tree.
 */
package io.hotspan.trace;
