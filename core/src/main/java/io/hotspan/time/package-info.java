/** Clocks, and how their ticks are tied to time since the epoch. */
package io.hotspan.time;
