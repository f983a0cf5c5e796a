/** The background drainer, which moves committed records from the rings to a sink. */
package io.hotspan.drain;
