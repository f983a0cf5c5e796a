/** Finding traces by MLflow's filter grammar. */
package io.hotspan.search;
