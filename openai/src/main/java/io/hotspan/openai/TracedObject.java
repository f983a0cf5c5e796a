package io.hotspan.openai;

import io.hotspan.genai.ModelOperation;
import io.hotspan.tracing.Tracer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before a client or a service of the SDK: calls of models become spans, what leads to
 * traced interfaces is wrapped, and all else passes through.
 *
 * <p>A proxy and not a class of our own, since each release of the SDK adds methods.
 */
final class TracedObject implements InvocationHandler {
    private final Class<?> type;
    private final Object delegate;
    private final Tracer tracer;
    private final TracedService service;

    /** What methods without arguments gave: like the SDK, they give the same object each time. */
    private final Map<Method, Object> led = new ConcurrentHashMap<>();

    private TracedObject(final Class<?> type, final Object delegate, final Tracer tracer) {
        this.type = type;
        this.delegate = delegate;
        this.tracer = tracer;
        final ModelOperation operation = TracedInterfaces.operationOf(type);
        this.service =
                operation == null ? null : new TracedService(type, delegate, operation, tracer);
    }

    /** The traced form of an object; the object itself if it is one already. */
    static <T> T wrap(final Class<T> type, final T delegate, final Tracer tracer) {
        Objects.requireNonNull(delegate, "client");
        return isTraced(delegate)
                ? delegate
                : type.cast(
                        Proxy.newProxyInstance(
                                type.getClassLoader(),
                                new Class<?>[] {type},
                                new TracedObject(type, delegate, tracer)));
    }

    /**
     * By name: an agent brings this class in a loader of its own, and neither wraps the other's.
     */
    private static boolean isTraced(final Object object) {
        return Proxy.isProxyClass(object.getClass())
                && Proxy.getInvocationHandler(object)
                        .getClass()
                        .getName()
                        .equals(TracedObject.class.getName());
    }

    @Override
    public Object invoke(final Object proxy, final Method method, final Object[] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        if (service != null && TracedService.isTraced(method)) {
            return service.call(method, arguments);
        }
        final Object result = call(delegate, method, arguments);
        return result != null && TracedInterfaces.contains(method.getReturnType())
                ? wrapped(method, result)
                : result;
    }

    /** Calls a method as it is, and throws what it throws. */
    static Object call(final Object target, final Method method, final Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (final InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object wrapped(final Method method, final Object result) {
        return method.getParameterCount() == 0
                ? led.computeIfAbsent(method, key -> wrapped(method.getReturnType(), result))
                : wrapped(method.getReturnType(), result);
    }

    private <T> Object wrapped(final Class<T> returned, final Object result) {
        return wrap(returned, returned.cast(result), tracer);
    }

    @SuppressWarnings("ReferenceEquality") // as the SDK's clients compare: by identity
    private Object ofObject(final Object proxy, final Method method, final Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "Traced[" + type.getSimpleName() + ": " + delegate + "]";
        };
    }
}
