/** Clients of the OpenAI Java SDK whose calls are spans. */
package io.hotspan.openai;
