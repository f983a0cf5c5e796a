/** Kills programs that record, and compares what is replayed with what they had committed. */
package io.hotspan.stress.kill;
