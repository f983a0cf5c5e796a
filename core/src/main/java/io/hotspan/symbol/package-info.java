/**
 * Texts that repeat (span names, types, attribute keys), each written once and then named by 4
 * bytes.
 */
package io.hotspan.symbol;
