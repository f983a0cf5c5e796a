package io.hotspan.openai;

import io.hotspan.tracing.Tracer;
import java.util.function.BiFunction;

/**
 * What the agent calls: it gives what clients lead to, of whichever class, in the traced form. A
 * function of the JDK's own, since the agent sees this class through reflection alone.
 */
public final class TracedServices implements BiFunction<Object, Object, Object> {
    /** Called by reflection. */
    public TracedServices() {}

    /**
     * The traced form of a service.
     *
     * @param service of any class
     * @param tracer a {@link Tracer}
     * @return the service itself if it is traced already, or is none whose calls are spans
     */
    @Override
    public Object apply(final Object service, final Object tracer) {
        for (final Class<?> type : service.getClass().getInterfaces()) {
            if (TracedInterfaces.contains(type)) {
                return wrap(type, service, (Tracer) tracer);
            }
        }
        return service;
    }

    private static <T> Object wrap(final Class<T> type, final Object service, final Tracer tracer) {
        return TracedObject.wrap(type, type.cast(service), tracer);
    }
}
