/**
 * What dead processes left in their rings, brought into the journal: exactly once, no gap
 * unreported.
 */
package io.hotspan.recovery;
