/**
 * Promises of the rings: what a commit publishes, and what nobody may see before it; room for ENDs.
 */
package io.hotspan.stress.ring;
