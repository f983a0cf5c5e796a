/** The service that the demo traces: it answers questions from passages, with a chat model. */
package io.hotspan.demo.service;
