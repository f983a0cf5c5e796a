/** JVMs of our own, which may be killed. */
package io.hotspan.stress.process;
