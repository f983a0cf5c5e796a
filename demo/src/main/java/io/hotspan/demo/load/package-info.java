/** Who asks the demo's service: many questions, from many threads. */
package io.hotspan.demo.load;
