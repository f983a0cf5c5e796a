package io.hotspan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.JournalFixture;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import io.hotspan.tracing.Context;
import io.hotspan.tracing.Scope;
import io.hotspan.tracing.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Context goes to other threads when told to, and only then. */
@Timeout(120)
class ContextContractTest {
    @RegisterExtension final JournalFixture journal = new JournalFixture();

    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(4);

    @AfterEach
    void stopThreads() throws InterruptedException {
        pool.shutdown();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private void child() {
        journal.tracer().startSpan("child").close();
    }

    private String childNamed(final String name) {
        journal.tracer().startSpan(name).close();
        return name;
    }

    private void assertOneTraceOf(final int children) {
        final Trace trace = journal.replayed();
        assertThat(trace.spans()).hasSize(1 + children);
        assertThat(trace.spans().subList(1, 1 + children))
                .extracting(SpanData::parentSpanId)
                .containsOnly(trace.root().spanId());
    }

    @Test
    void withoutAWrapperAnotherThreadBeginsATraceOfItsOwn() throws Exception {
        try (Span root = journal.tracer().startSpan("root")) {
            pool.submit(this::child).get();
        }

        assertThat(journal.replayedAll()).hasSize(2);
    }

    @Test
    void aRunnableACallableASupplierAndAFunctionCarryTheContext() throws Exception {
        try (Span root = journal.tracer().startSpan("root")) {
            final Context context = journal.tracer().currentContext();
            pool.submit(context.wrap(this::child)).get();
            assertThat(pool.submit(context.wrap(() -> childNamed("callable"))).get())
                    .isEqualTo("callable");
            assertThat(
                            CompletableFuture.supplyAsync(
                                            context.wrapSupplier(() -> childNamed("supplier")),
                                            pool)
                                    .thenApplyAsync(
                                            context.wrapFunction(
                                                    name -> childNamed(name + " function")),
                                            pool)
                                    .get())
                    .isEqualTo("supplier function");
        }

        assertOneTraceOf(4);
    }

    @Test
    void aConsumerAndABiFunctionCarryTheContext() throws Exception {
        try (Span root = journal.tracer().startSpan("root")) {
            final Context context = journal.tracer().currentContext();
            CompletableFuture.completedFuture("consumer")
                    .thenAcceptAsync(context.wrapConsumer(this::childNamed), pool)
                    .get();
            CompletableFuture.completedFuture("bi")
                    .handleAsync(context.wrapBiFunction((name, e) -> childNamed(name)), pool)
                    .get();
        }

        assertOneTraceOf(2);
    }

    @Test
    void anExecutorCarriesTheContextOfTheMomentItWasWrapped() throws Exception {
        final CountDownLatch done = new CountDownLatch(10);
        final Executor carrying;
        try (Span root = journal.tracer().startSpan("root")) {
            carrying = journal.tracer().currentContext().wrap((Executor) pool);
        }
        for (int i = 0; i < 10; i++) {
            carrying.execute(
                    () -> {
                        child();
                        done.countDown();
                    });
        }
        done.await();

        assertOneTraceOf(10);
    }

    @Test
    void everyMethodOfAnExecutorServiceCarriesTheContext() throws Exception {
        try (Span root = journal.tracer().startSpan("root")) {
            final ExecutorService carrying =
                    journal.tracer().currentContext().wrap((ExecutorService) pool);
            carrying.submit(this::child).get();
            carrying.submit(this::child, "result").get();
            carrying.submit(() -> childNamed("callable")).get();
            final List<Callable<String>> both =
                    List.of(() -> childNamed("all 1"), () -> childNamed("all 2"));
            for (final Future<String> result : carrying.invokeAll(both)) {
                result.get();
            }
            carrying.invokeAny(List.of(() -> childNamed("any")));
            carrying.invokeAll(List.of(() -> childNamed("in time")), 1, TimeUnit.MINUTES);
            carrying.invokeAny(List.of(() -> childNamed("any in time")), 1, TimeUnit.MINUTES);
        }

        assertOneTraceOf(8);
    }

    @Test
    void everyMethodOfAScheduledExecutorServiceCarriesTheContext() throws Exception {
        final CountDownLatch repeated = new CountDownLatch(4);
        try (Span root = journal.tracer().startSpan("root")) {
            final ScheduledExecutorService carrying = journal.tracer().currentContext().wrap(pool);
            carrying.schedule(this::child, 1, TimeUnit.NANOSECONDS).get();
            carrying.schedule(() -> childNamed("callable"), 1, TimeUnit.NANOSECONDS).get();
            final Runnable twice =
                    () -> {
                        if (repeated.getCount() > 2) {
                            child();
                        }
                        repeated.countDown();
                    };
            final Future<?> fixedRate =
                    carrying.scheduleAtFixedRate(twice, 0, 1, TimeUnit.MILLISECONDS);
            final CountDownLatch delayed = new CountDownLatch(1);
            final Future<?> fixedDelay =
                    carrying.scheduleWithFixedDelay(
                            () -> {
                                if (delayed.getCount() > 0) {
                                    child();
                                }
                                delayed.countDown();
                            },
                            0,
                            1,
                            TimeUnit.MILLISECONDS);
            repeated.await();
            delayed.await();
            fixedRate.cancel(false);
            fixedDelay.cancel(false);
        }

        assertOneTraceOf(5);
    }

    @Test
    void anExecutorThatWrapsTasksGivesEachTheContextOfItsCaller() throws Exception {
        final ExecutorService carrying = journal.tracer().taskWrapping((ExecutorService) pool);
        for (final String name : List.of("a", "b")) {
            try (Span root = journal.tracer().startSpan(name)) {
                carrying.submit(() -> childNamed("child of " + name)).get();
            }
        }

        assertThat(journal.replayedAll())
                .extracting(trace -> trace.spans().get(1).name())
                .containsExactly("child of a", "child of b");
    }

    @Test
    void aParallelStreamIsOneTraceWhenItsWorkIsWrapped() {
        try (Span root = journal.tracer().startSpan("root")) {
            final Context context = journal.tracer().currentContext();
            Stream.of("a", "b", "c", "d")
                    .parallel()
                    .map(context.wrapFunction(this::childNamed))
                    .forEach(name -> {});
        }

        assertOneTraceOf(4);
    }

    @Test
    void theCapturedSpanIsCurrentOnTheOtherThread() throws Exception {
        try (Span root = journal.tracer().startSpan("root")) {
            pool.submit(
                            journal.tracer()
                                    .currentContext()
                                    .wrap(
                                            () -> {
                                                journal.tracer()
                                                        .currentSpan()
                                                        .setAttribute("from", "elsewhere");
                                            }))
                    .get();
        }

        assertThat(journal.replayedSpan("root").attributes()).containsEntry("from", "elsewhere");
    }

    @Test
    void aScopeGivesBackWhatWasCurrentBefore() throws Exception {
        try (Span root = journal.tracer().startSpan("root")) {
            final Context empty = pool.submit(() -> journal.tracer().currentContext()).get();
            try (Scope scope = empty.makeCurrent()) {
                childNamed("apart");
            }
            childNamed("below");
        }

        assertThat(journal.replayedAll())
                .extracting(trace -> trace.spans().size())
                .containsExactly(2, 1);
    }

    @Test
    void virtualThreadsThatMoveBetweenCarriersKeepTheirSpans() throws Exception {
        try (Span root = journal.tracer().startSpan("root")) {
            final Context context = journal.tracer().currentContext();
            final CountDownLatch allAreInside = new CountDownLatch(500);
            final ExecutorService virtual = VirtualThreads.executor();
            final List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                final int number = i;
                done.add(
                        virtual.submit(
                                context.wrap(
                                        () -> {
                                            try (Span outer = journal.tracer().startSpan("outer")) {
                                                outer.setAttribute("n", number);
                                                allAreInside.countDown();
                                                allAreInside.await(); // parks, all of them at once
                                                try (Span inner =
                                                        journal.tracer().startSpan("inner")) {
                                                    LockSupport.parkNanos(
                                                            1); // and may go on elsewhere
                                                    inner.setAttribute("n", number);
                                                }
                                            }
                                            return null;
                                        })));
            }
            for (final Future<?> future : done) {
                future.get();
            }
            virtual.shutdown();
        }

        final Trace trace = journal.replayed();
        assertThat(trace.spans()).hasSize(1_001).noneMatch(SpanData::isOpen);
        final List<SpanData> outers =
                trace.spans().stream().filter(span -> span.name().equals("outer")).toList();
        for (final SpanData outer : outers) {
            assertThat(outer.parentSpanId()).isEqualTo(trace.root().spanId());
            final List<SpanData> below =
                    trace.spans().stream()
                            .filter(span -> span.parentSpanIdLong() == outer.spanIdLong())
                            .toList();
            assertThat(below).hasSize(1);
            assertThat(below.get(0).attributes()).isEqualTo(outer.attributes());
        }
        assertThat(outers).hasSize(500);
    }

    @Test
    void aThreadThatDiesLeavesItsOpenSpansUnfinished() throws Exception {
        final Thread dying =
                new Thread(
                        () -> {
                            journal.tracer().startSpan("root").setInputs("in");
                            journal.tracer().startSpan("child");
                            childNamed("ended");
                        });
        dying.start();
        dying.join();
        final Thread next = new Thread(() -> childNamed("of the next thread"));
        next.start();
        next.join();

        assertThat(journal.replayedAll()).hasSize(2);
        final Trace left = journal.replayedAll().get(0);
        assertThat(left.spans())
                .extracting(span -> span.name() + (span.isOpen() ? " open" : ""))
                .containsExactly("root open", "child open", "ended");
        assertThat(left.root().inputs()).isEqualTo("in");
    }

    @Test
    void tenThousandThreadsOneAfterTheOtherReuseTheirRings() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            final Thread thread = new Thread(() -> childNamed("of a short thread"));
            thread.start();
            thread.join();
        }

        final long ringCount = journal.ringCount();
        assertThat(journal.replayedAll()).hasSize(10_000);
        assertThat(ringCount).isBetween(2L, 1L + RecordingSettings.DEFAULT_MAX_RINGS);
    }
}
