/**
 * JSON text as Python's {@code json.dumps} writes it, and values read from and written to it.
 * Values are plain objects: null, {@code Boolean}, {@code Long}, {@code BigInteger}, {@code
 * Double}, {@code String}, {@code List} and {@code Map} with {@code String} keys.
 */
package io.hotspan.json;
