package io.hotspan.agent.result;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A stream, and each one made from it, that tells a call of the elements taken from the first, and
 * of the end: when a terminal operation returns or throws, its iterator has no more, or the stream
 * is closed.
 */
/* By reflection, since a stream has some forty operations, and newer JDKs have more. */
final class StreamWatch implements InvocationHandler {
    private final BaseStream<?, ?> stream;
    private final OpenCall call;

    private StreamWatch(final BaseStream<?, ?> stream, final OpenCall call) {
        this.stream = stream;
        this.call = call;
    }

    static Object of(final BaseStream<?, ?> stream, final OpenCall call) {
        return watched(peeked(stream, call).onClose(call::end), call);
    }

    private static BaseStream<?, ?> peeked(final BaseStream<?, ?> stream, final OpenCall call) {
        if (stream instanceof Stream<?> objects) {
            return objects.peek(call::element);
        }
        if (stream instanceof IntStream ints) {
            return ints.peek(call::element);
        }
        if (stream instanceof LongStream longs) {
            return longs.peek(call::element);
        }
        return stream instanceof DoubleStream doubles ? doubles.peek(call::element) : stream;
    }

    private static Object watched(final BaseStream<?, ?> stream, final OpenCall call) {
        final Class<?> type =
                stream instanceof Stream
                        ? Stream.class
                        : stream instanceof IntStream
                                ? IntStream.class
                                : stream instanceof LongStream
                                        ? LongStream.class
                                        : DoubleStream.class;
        return Proxy.newProxyInstance(null, new Class<?>[] {type}, new StreamWatch(stream, call));
    }

    @Override
    public Object invoke(final Object proxy, final Method method, final Object[] arguments)
            throws Throwable {
        final Object result;
        try {
            result = method.invoke(stream, arguments);
        } catch (final InvocationTargetException e) {
            if (!(e.getCause() instanceof NullPointerException)) {
                call.fail(e.getCause());
            }
            throw e.getCause();
        }
        return followed(method, result);
    }

    private Object followed(final Method method, final Object result) {
        if (result instanceof BaseStream<?, ?> next) {
            return watched(next, call);
        }
        if (BaseStream.class.isAssignableFrom(method.getDeclaringClass())
                && !method.getName().equals("isParallel")) {
            if (result instanceof Spliterator<?> spliterator) {
                return method.getReturnType() == Spliterator.class
                        ? new SpliteratorWatch<>(spliterator, call)
                        : spliterator; // of primitives: it ends when the stream is closed
            }
            if (result instanceof Iterator<?> iterator) {
                return method.getReturnType() == Iterator.class
                        ? new EndWatch<>(iterator, call)
                        : iterator;
            }
            call.end();
        }
        return result;
    }

    /** The iterator of a stream: its elements were seen where they came from. */
    private record EndWatch<T>(Iterator<T> iterator, OpenCall call) implements Iterator<T> {
        @Override
        public boolean hasNext() {
            final boolean hasNext = iterator.hasNext();
            if (!hasNext) {
                call.end();
            }
            return hasNext;
        }

        @Override
        public T next() {
            return iterator.next();
        }
    }

    /** The same for a spliterator; what is split off is only watched for its elements. */
    private record SpliteratorWatch<T>(Spliterator<T> spliterator, OpenCall call)
            implements Spliterator<T> {
        @Override
        public boolean tryAdvance(final Consumer<? super T> action) {
            final boolean advanced = spliterator.tryAdvance(action);
            if (!advanced) {
                call.end();
            }
            return advanced;
        }

        @Override
        public void forEachRemaining(final Consumer<? super T> action) {
            spliterator.forEachRemaining(action);
            call.end();
        }

        @Override
        public Spliterator<T> trySplit() {
            return spliterator.trySplit();
        }

        @Override
        public long estimateSize() {
            return spliterator.estimateSize();
        }

        @Override
        public int characteristics() {
            return spliterator.characteristics();
        }

        @Override
        public Comparator<? super T> getComparator() {
            return spliterator.getComparator();
        }
    }
}
