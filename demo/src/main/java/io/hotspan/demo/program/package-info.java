/** Where the demo's program begins. */
package io.hotspan.demo.program;
