package io.hotspan.openai;

import com.openai.core.http.StreamResponse;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A stream whose pieces are recorded as they are taken. */
final class TracedStreamResponse<T> implements StreamResponse<T> {
    private final StreamResponse<T> delegate;
    private final RecordedCall recorded;

    TracedStreamResponse(final StreamResponse<T> delegate, final RecordedCall recorded) {
        this.delegate = delegate;
        this.recorded = recorded;
    }

    @Override
    public Stream<T> stream() {
        final Stream<T> stream = delegate.stream();
        return StreamSupport.stream(new Pieces<>(stream.spliterator(), recorded), false)
                .onClose(stream::close);
    }

    @Override
    public void close() {
        try {
            delegate.close();
        } finally {
            recorded.streamEnded();
        }
    }

    @Override
    public String toString() {
        return delegate.toString();
    }

    /** Takes pieces one by one, and never more than are asked for. */
    private static final class Pieces<T> implements Spliterator<T> {
        private final Spliterator<T> source;
        private final RecordedCall recorded;
        private T piece;

        Pieces(final Spliterator<T> source, final RecordedCall recorded) {
            this.source = source;
            this.recorded = recorded;
        }

        @Override
        public boolean tryAdvance(final Consumer<? super T> action) {
            final boolean advanced;
            try {
                advanced = source.tryAdvance(next -> piece = next);
            } catch (final Throwable thrown) {
                recorded.failed(thrown);
                throw thrown;
            }
            if (!advanced) {
                recorded.streamEnded();
                return false;
            }
            recorded.chunk(piece);
            action.accept(piece); // what this throws is the program's affair
            return true;
        }

        @Override
        public Spliterator<T> trySplit() {
            return null; // the answer comes in one order
        }

        @Override
        public long estimateSize() {
            return source.estimateSize();
        }

        @Override
        public int characteristics() {
            return source.characteristics();
        }
    }
}
