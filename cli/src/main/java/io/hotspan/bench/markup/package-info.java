/** HTML and SVG as text, with whatever is put into it escaped. */
package io.hotspan.bench.markup;
