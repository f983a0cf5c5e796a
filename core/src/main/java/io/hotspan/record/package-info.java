/**
 * The layouts of records: the same bytes in a ring and in the journal. Depends on nothing of ours.
 */
package io.hotspan.record;
