/** The agent's life: from its options to the journal's end. */
package io.hotspan.agent.runtime;
