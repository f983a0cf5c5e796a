/** The text that the demo answers from: files, cut into passages, in an index in memory. */
package io.hotspan.demo.corpus;
