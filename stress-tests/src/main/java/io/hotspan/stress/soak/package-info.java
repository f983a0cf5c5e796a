/** A long run of everything at once, with constant memory and an exact account at its end. */
package io.hotspan.stress.soak;
