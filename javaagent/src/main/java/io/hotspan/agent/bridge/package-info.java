/**
 * What woven code calls. On the boot class path, so that classes of every loader reach it; it knows
 * the core and nothing else, and nothing of it throws.
 */
package io.hotspan.agent.bridge;
