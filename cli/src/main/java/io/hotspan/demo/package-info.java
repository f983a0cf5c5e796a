/**
 * The demo: a service that answers questions, a client that asks many, and the journal of what both
 * did, replayed by another process.
 */
package io.hotspan.demo;
