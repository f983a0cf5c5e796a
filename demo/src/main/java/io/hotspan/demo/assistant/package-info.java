/** The program that is traced: it answers questions from passages, with a model and a tool. */
package io.hotspan.demo.assistant;
