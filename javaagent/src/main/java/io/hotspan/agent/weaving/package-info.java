/** Byte code in, byte code with calls of the bridge out. */
package io.hotspan.agent.weaving;
