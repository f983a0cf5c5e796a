/** The promises that rings make to their readers. */
package io.hotspan.stress;
