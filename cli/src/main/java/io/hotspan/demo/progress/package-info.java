/** How far a run of the demo is. */
package io.hotspan.demo.progress;
