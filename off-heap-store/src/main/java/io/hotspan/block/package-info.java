/**
 * The block: the unit that is compressed, checked and stored; how it is laid out, made and read.
 */
package io.hotspan.block;
