/**
 * Values: captured at the call in a compact tagged binary form ({@link
 * io.hotspan.value.ValueEncoder}), read back at replay ({@link io.hotspan.value.ValueDecoder}). The
 * form is drawn in {@code ValueDescriptor}; what is too large, too deep or hostile is bounded by
 * {@link io.hotspan.value.ValueLimits}.
 */
package io.hotspan.value;
