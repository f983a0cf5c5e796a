/** Promises of the rings: what a commit publishes, and what nobody may see before it. */
package io.hotspan.stress.ring;
