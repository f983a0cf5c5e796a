package io.hotspan.journal;

import java.util.ServiceLoader;
import net.openhft.chronicle.core.Jvm;
import net.openhft.chronicle.core.onoes.ExceptionHandler;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Keeps Chronicle's libraries quiet: no call home, no banner, no threads and lines nobody asked
 * for.
 */
final class ChronicleLibrary {
    private static final String SLF4J_VERBOSITY = "slf4j.internal.verbosity";

    private ChronicleLibrary() {}

    /** Must run before any class of Chronicle is loaded. */
    static void configure() {
        setIfAbsent("chronicle.analytics.disable", "true");
        setIfAbsent("chronicle.announcer.disable", "true");
        setIfAbsent("chronicle.disk.monitor.disable", "true");
        setIfAbsent("disable.perf.info", "true");
        initialiseLogging();
    }

    /**
     * Sends Chronicle's warnings and errors on the calling thread to a listener. Other threads,
     * perhaps of a program that uses Chronicle itself, are left alone.
     */
    static void listenOnThisThread(final JournalListener listener) {
        final ExceptionHandler handler =
                (logger, message, thrown) ->
                        listener.onWarning(
                                "Chronicle Queue: "
                                        + message
                                        + (thrown == null ? "" : " (" + thrown + ")"),
                                thrown);
        Jvm.setThreadLocalExceptionHandlers(handler, handler, null);
    }

    private static void setIfAbsent(final String property, final String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** A program without a logging provider is not told three lines about that on its console. */
    private static void initialiseLogging() {
        final boolean hasProvider =
                ServiceLoader.load(SLF4JServiceProvider.class, LoggerFactory.class.getClassLoader())
                        .findFirst()
                        .isPresent();
        if (hasProvider || System.getProperty(SLF4J_VERBOSITY) != null) {
            return;
        }
        System.setProperty(SLF4J_VERBOSITY, "ERROR");
        try {
            LoggerFactory.getILoggerFactory();
        } finally {
            System.clearProperty(SLF4J_VERBOSITY);
        }
    }
}
