/** Where the JVM begins: {@code premain}, and the class loader of what the program must not see. */
package io.hotspan.agent;
