/**
 * The journal: a directory of segments, each a Chronicle queue that one writer made; written block
 * by block, and read by a scanner of our own that needs neither Chronicle nor its JVM options.
 */
package io.hotspan.journal;
