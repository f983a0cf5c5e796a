package io.hotspan.trace;

import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanType;
import java.util.List;

/**
 * The level that MLflow writes on each span that ends, for the filter of its viewer. Source: {@code
 * mlflow.tracing.utils.default_log_level}.
 */
final class LogLevel {
    static final Long DEBUG = 10L;
    static final Long INFO = 20L;
    static final Long ERROR = 40L;

    private LogLevel() {}

    static Long of(final String type, final List<SpanEvent> events) {
        for (final SpanEvent event : events) {
            if (event.name().equals(SpanEvent.EXCEPTION)) {
                return ERROR;
            }
        }
        return switch (type) {
            case SpanType.LLM,
                    SpanType.CHAT_MODEL,
                    SpanType.TOOL,
                    SpanType.RETRIEVER,
                    SpanType.AGENT,
                    SpanType.EMBEDDING ->
                    INFO;
            default -> DEBUG;
        };
    }
}
