package io.hotspan.openai;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponseFor;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A raw response; what it is parsed to is recorded. */
final class TracedHttpResponse<T> implements HttpResponseFor<T> {
    private final HttpResponseFor<T> delegate;
    private final UnaryOperator<Object> record;
    private final RecordedCall recorded;
    private Object parsed;
    private boolean hasParsed;

    TracedHttpResponse(
            final HttpResponseFor<T> delegate,
            final UnaryOperator<Object> record,
            final RecordedCall recorded) {
        this.delegate = delegate;
        this.record = record;
        this.recorded = recorded;
    }

    @Override
    @SuppressWarnings("unchecked") // what is recorded stays of its type
    public synchronized T parse() {
        if (!hasParsed) {
            final T own;
            try {
                own = delegate.parse();
            } catch (final Throwable thrown) {
                recorded.failed(thrown);
                throw thrown;
            }
            parsed = record.apply(own);
            hasParsed = true;
        }
        return (T) parsed;
    }

    @Override
    public int statusCode() {
        return delegate.statusCode();
    }

    @Override
    public Headers headers() {
        return delegate.headers();
    }

    @Override
    public Optional<String> requestId() {
        return delegate.requestId();
    }

    @Override
    public InputStream body() {
        return delegate.body();
    }

    @Override
    public void close() {
        try {
            delegate.close();
        } finally {
            recorded.responseClosed();
        }
    }

    @Override
    public String toString() {
        return delegate.toString();
    }
}
