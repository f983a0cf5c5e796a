/** Results that are not there yet when a method returns: when they end, and what they were. */
package io.hotspan.agent.result;
