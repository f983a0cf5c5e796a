/**
 * What tests of this and other modules share: clocks by hand, a sink in memory, records as text.
 */
package io.hotspan.testing;
