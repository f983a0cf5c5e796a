/** Processes of our own, which may be killed, and directories for them. */
package io.hotspan.stress.process;
