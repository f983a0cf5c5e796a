/**
 * The demo: starts a program with the agent, listens to it, and shows what the agent recorded. The
 * program is in a module of its own.
 */
package io.hotspan.demo;
