/** Libraries whose calls are traced without a change to the program. */
package io.hotspan.agent.autolog;
