/**
 * Promises of recording: what other threads may do with a span, and what flush and close wait for.
 */
package io.hotspan.stress.recording;
