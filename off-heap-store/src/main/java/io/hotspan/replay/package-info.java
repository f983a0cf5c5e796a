/**
 * From the blocks of a journal to spans and traces: replay with bounded memory, statistics and
 * verification.
 */
package io.hotspan.replay;
