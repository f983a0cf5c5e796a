/** The command {@code hotspan}: reads journals, and shows what is in them. */
package io.hotspan.cli;
