package io.hotspan.langchain4j;

import dev.langchain4j.model.ModelProvider;
import java.util.Locale;

/** Who runs a model, as {@code gen_ai.provider.name} of OpenTelemetry names it. */
final class Providers {
    private Providers() {}

    /** By the constant's name: which there are differs between versions of LangChain4j. */
    static String nameOf(final ModelProvider provider) {
        if (provider == null) {
            return "other";
        }
        return switch (provider.name()) {
            case "OPEN_AI" -> "openai";
            case "AZURE_OPEN_AI" -> "azure.ai.openai";
            case "MICROSOFT_FOUNDRY" -> "azure.ai.inference";
            case "AMAZON_BEDROCK" -> "aws.bedrock";
            case "GOOGLE_AI_GEMINI" -> "gcp.gemini";
            case "GOOGLE_GENAI" -> "gcp.gen_ai";
            case "GOOGLE_VERTEX_AI_GEMINI", "GOOGLE_VERTEX_AI_ANTHROPIC" -> "gcp.vertex_ai";
            case "WATSONX" -> "ibm.watsonx.ai";
            default -> provider.name().toLowerCase(Locale.ROOT);
        };
    }
}
