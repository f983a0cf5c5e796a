package io.hotspan.agent.result;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;

/** What becomes of a method's result after it has returned. */
public enum ResultKind {
    /** It is there. */
    PLAIN,
    /** A {@code CompletionStage}; it is asked to tell when it is complete. */
    STAGE,
    /** A {@code Future}; done when the program sees that it is. */
    FUTURE,
    /** A stream; ends with its terminal operation, or when it is closed. */
    STREAM,
    /** An iterator; ends when it has no more. */
    ITERATOR,
    /** A publisher; ends when its first subscription does. */
    PUBLISHER;

    private static final Map<String, ResultKind> BY_TYPE =
            Map.of(
                    "java.util.concurrent.Future", FUTURE,
                    "java.util.stream.Stream", STREAM,
                    "java.util.stream.IntStream", STREAM,
                    "java.util.stream.LongStream", STREAM,
                    "java.util.stream.DoubleStream", STREAM,
                    "java.util.Iterator", ITERATOR,
                    "java.util.concurrent.Flow$Publisher", PUBLISHER,
                    "org.reactivestreams.Publisher", PUBLISHER);

    /**
     * The kind of what a method returns. All but a stage are replaced by what watches them, which
     * is an interface's; so a method that declares a class, or a further interface, is plain.
     *
     * @param declaredType name of the type that the method declares
     * @param isStage whether that is a {@code CompletionStage}
     */
    public static ResultKind of(final String declaredType, final boolean isStage) {
        return isStage ? STAGE : BY_TYPE.getOrDefault(declaredType, PLAIN);
    }

    /** Watches a result for a call; what is returned is to be returned instead of it. */
    @SuppressWarnings("FutureReturnValueIgnored") // it goes to whom the method's goes to
    public Object watch(final Object result, final OpenCall call) {
        if (result instanceof CompletionStage<?> stage) {
            stage.whenComplete(
                    (value, thrown) -> {
                        if (thrown == null) {
                            call.endWith(value);
                        } else {
                            call.fail(FutureWatch.unwrapped(thrown));
                        }
                    });
            return result;
        }
        if (this == FUTURE && result instanceof Future<?> future) {
            return new FutureWatch<>(future, call);
        }
        if (this == STREAM && result instanceof BaseStream<?, ?> stream) {
            return StreamWatch.of(stream, call);
        }
        if (this == ITERATOR && result instanceof Iterator<?> iterator) {
            return new IteratorWatch<>(iterator, call);
        }
        if (this == PUBLISHER && result != null) {
            return PublisherWatch.of(result, call);
        }
        call.endWith(result);
        return result;
    }
}
