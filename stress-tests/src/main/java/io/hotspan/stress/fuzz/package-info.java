/** Damages journals and rings, and looks what is made of them. */
package io.hotspan.stress.fuzz;
