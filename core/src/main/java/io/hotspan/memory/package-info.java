/** The one place that touches shared memory, with the memory order in each method's name. */
package io.hotspan.memory;
