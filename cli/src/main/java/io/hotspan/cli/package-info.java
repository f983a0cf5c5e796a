/** The command {@code hotspan}. */
package io.hotspan.cli;
