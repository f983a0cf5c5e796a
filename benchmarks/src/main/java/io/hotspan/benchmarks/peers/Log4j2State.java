package io.hotspan.benchmarks.peers;

import io.hotspan.benchmarks.harness.AllOpened;
import io.hotspan.benchmarks.harness.Counts;
import io.hotspan.benchmarks.harness.Ledger;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.async.AsyncLoggerContext;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Log4j 2 with asynchronous loggers, set up to make no garbage. A full queue makes the caller wait,
 * as is the default.
 */
@State(Scope.Benchmark)
public class Log4j2State {
    /** What the benchmark's lines go to. */
    public Logger logger;

    private final DiscardingAppender appender = new DiscardingAppender();
    private AsyncLoggerContext context;

    @Setup(org.openjdk.jmh.annotations.Level.Trial)
    public void open() {
        // not Log4j's DefaultConfiguration, which starts no thread that writes: all would be lost
        final ConfigurationBuilder<BuiltConfiguration> builder =
                ConfigurationBuilderFactory.newConfigurationBuilder();
        final BuiltConfiguration configuration =
                builder.add(builder.newRootLogger(Level.INFO)).build(false);
        context = new AsyncLoggerContext("benchmark");
        context.start(configuration);
        appender.start();
        configuration.getRootLogger().addAppender(appender, Level.INFO, null);
        context.updateLoggers();
        logger = context.getLogger("checkout");
    }

    @TearDown(org.openjdk.jmh.annotations.Level.Iteration)
    public void count(final AllOpened opened, final Counts counts) {
        final long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (appender.lines() < opened.spans() && System.nanoTime() < deadlineNanos) {
            Thread.onSpinWait();
        }
        Ledger.written(counts, opened, appender.lines());
    }

    @TearDown(org.openjdk.jmh.annotations.Level.Trial)
    public void close() {
        context.stop(30, TimeUnit.SECONDS);
    }
}
