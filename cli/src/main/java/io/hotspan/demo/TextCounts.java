package io.hotspan.demo;

/**
 * What the program answers from.
 *
 * @param passages of all documents
 * @param documents that were read
 * @param skipped files that were not: no text, too long, or not readable
 */
record TextCounts(int passages, int documents, int skipped) {}
