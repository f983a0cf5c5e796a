/** What the agent can be told, by whom, and what it allows. */
package io.hotspan.agent.options;
