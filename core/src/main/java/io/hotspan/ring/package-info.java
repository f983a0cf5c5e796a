/**
 * Memory-mapped rings of records: one writer or many at the tail, one reader at the head. What is
 * committed outlives the process that wrote it.
 */
package io.hotspan.ring;
