/** Text for a terminal: what it can show, tables, and numbers as people read them. */
package io.hotspan.terminal;
