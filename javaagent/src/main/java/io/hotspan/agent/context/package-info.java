/** Contexts on their way from the thread that hands work over to the one that does it. */
package io.hotspan.agent.context;
