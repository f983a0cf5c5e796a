package com.acme;

import io.hotspan.tracing.Trace;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/** Methods whose results come after they have returned. */
public final class Results {
    private Results() {}

    @Trace
    static CompletionStage<String> stage(final CompletableFuture<String> promise) {
        inner();
        return promise.thenApply(text -> text + "!");
    }

    @Trace
    static CompletableFuture<String> failing(final CompletableFuture<String> promise) {
        return promise;
    }

    @Trace
    static Future<Integer> future(final ExecutorService pool) {
        return pool.submit(() -> 42);
    }

    @Trace
    static Stream<String> stream() {
        return Stream.of("a", "b", "c");
    }

    @Trace(reducer = "concat")
    static Stream<String> joined() {
        return Stream.of("a", "b", "c");
    }

    @Trace(reducer = "com.acme.Results#largest")
    static IntStream numbers() {
        return IntStream.of(3, 9, 4);
    }

    @Trace
    static Stream<Integer> endless() {
        return Stream.iterate(1, i -> i + 1);
    }

    @Trace
    static Iterator<String> iterator() {
        return List.of("x", "y").iterator();
    }

    @Trace
    static Flow.Publisher<String> flow() {
        return subscriber ->
                subscriber.onSubscribe(
                        new Flow.Subscription() {
                            @Override
                            public void request(final long count) {
                                subscriber.onNext("one");
                                subscriber.onNext("two");
                                subscriber.onComplete();
                            }

                            @Override
                            public void cancel() {}
                        });
    }

    @Trace
    static Publisher<String> publisher() {
        return subscriber ->
                subscriber.onSubscribe(
                        new org.reactivestreams.Subscription() {
                            @Override
                            public void request(final long count) {
                                subscriber.onNext("one");
                                subscriber.onError(new IllegalStateException("broken"));
                            }

                            @Override
                            public void cancel() {}
                        });
    }

    @Trace
    static void inner() {}

    @Trace
    static void after() {}

    static Object largest(final List<?> numbers) {
        return numbers.stream().mapToInt(Integer.class::cast).max().orElse(0);
    }

    /** Prints what comes. */
    public static void main(final String[] args) throws Exception {
        final CompletableFuture<String> promise = new CompletableFuture<>();
        final CompletionStage<String> stage = stage(promise);
        after(); // no child of stage: that is not current any more
        promise.complete("late");
        System.out.println(stage.toCompletableFuture().join());
        System.out.println(
                failing(CompletableFuture.failedFuture(new IllegalStateException("late")))
                        .isCompletedExceptionally());
        final ExecutorService pool = Executors.newSingleThreadExecutor();
        System.out.println(future(pool).get());
        pool.shutdown();
        System.out.println(stream().map(String::toUpperCase).toList());
        System.out.println(joined().count());
        joined().forEach(System.out::print);
        System.out.println(numbers().boxed().filter(i -> i > 3).toList());
        System.out.println(endless().skip(1).findFirst().orElseThrow());
        iterator().forEachRemaining(System.out::println);
        flow().subscribe(new FlowPrinter());
        publisher().subscribe(new Printer());
    }

    private static final class FlowPrinter implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(final Flow.Subscription subscription) {
            subscription.request(2);
        }

        @Override
        public void onNext(final String item) {
            System.out.println(item);
        }

        @Override
        public void onError(final Throwable thrown) {
            System.out.println(thrown);
        }

        @Override
        public void onComplete() {
            System.out.println("complete");
        }
    }

    private static final class Printer implements org.reactivestreams.Subscriber<String> {
        @Override
        public void onSubscribe(final org.reactivestreams.Subscription subscription) {
            subscription.request(2);
        }

        @Override
        public void onNext(final String item) {
            System.out.println(item);
        }

        @Override
        public void onError(final Throwable thrown) {
            System.out.println(thrown);
        }

        @Override
        public void onComplete() {
            System.out.println("complete");
        }
    }
}
