/**
 * What spans of calls to generative models say: MLflow's attributes, and beside them those of
 * OpenTelemetry's conventions. Requests and answers are trees of maps and lists in OpenAI's wire
 * format, so that no SDK is needed here.
 */
package io.hotspan.genai;
