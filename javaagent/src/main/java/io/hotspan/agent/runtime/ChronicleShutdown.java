package io.hotspan.agent.runtime;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;

/**
 * Lets Chronicle's classes be loaded while the JVM shuts down: a small program may have ended
 * before they are. They register a shutdown hook when they are loaded, which then fails; so they
 * are told that there is one. What it would do, closing files, the agent does itself.
 */
final class ChronicleShutdown {
    private static final String HOOK = "net.openhft.chronicle.core.shutdown.PriorityHook";

    private ChronicleShutdown() {}

    static void takeOver() {
        try {
            final Class<?> type = Class.forName(HOOK);
            final Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            final Field registered = type.getDeclaredField("registeredHook");
            registered.setAccessible(true);
            registered.set(null, constructor.newInstance());
        } catch (final ReflectiveOperationException e) {
            Console.say("spans of a program that ends within a second come with the next start", e);
        }
    }
}
