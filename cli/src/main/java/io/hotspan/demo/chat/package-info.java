/** Chat models behind the OpenAI-compatible protocol: a client, and a stand-in without a model. */
package io.hotspan.demo.chat;
