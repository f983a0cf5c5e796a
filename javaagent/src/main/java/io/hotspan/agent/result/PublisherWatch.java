package io.hotspan.agent.result;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A publisher whose first subscription tells a call of its elements, and of its end: completed,
 * failed or cancelled. Later subscriptions are left alone.
 */
/* By reflection: Reactive Streams is a library of the program's, the JDK has the same interfaces in
 * Flow, and neither can be told from the other here but by its names. */
final class PublisherWatch implements InvocationHandler {
    private final Object target;
    private final OpenCall call;
    private final AtomicBoolean subscribed;

    private PublisherWatch(
            final Object target, final OpenCall call, final AtomicBoolean subscribed) {
        this.target = target;
        this.call = call;
        this.subscribed = subscribed;
    }

    static Object of(final Object publisher, final OpenCall call) {
        final Class<?> type = publisherType(publisher.getClass());
        if (type == null) {
            call.endWith(publisher);
            return publisher;
        }
        return watched(type, publisher, call, new AtomicBoolean());
    }

    @Override
    public Object invoke(final Object proxy, final Method method, final Object[] arguments)
            throws Throwable {
        switch (method.getName()) {
            case "subscribe" -> {
                if (arguments[0] != null && subscribed.compareAndSet(false, true)) {
                    arguments[0] = watched(method.getParameterTypes()[0], arguments[0]);
                }
            }
            case "onSubscribe" ->
                    arguments[0] = watched(method.getParameterTypes()[0], arguments[0]);
            case "onNext" -> call.element(arguments[0]);
            case "onError" -> call.fail((Throwable) arguments[0]);
            case "onComplete", "cancel" -> call.end();
            default -> {}
        }
        try {
            return method.invoke(target, arguments);
        } catch (final InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object watched(final Class<?> type, final Object watched) {
        return watched == null ? null : watched(type, watched, call, subscribed);
    }

    private static Object watched(
            final Class<?> type,
            final Object target,
            final OpenCall call,
            final AtomicBoolean subscribed) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                new PublisherWatch(target, call, subscribed));
    }

    private static Class<?> publisherType(final Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (final Class<?> implemented : each.getInterfaces()) {
                final Class<?> found =
                        isPublisher(implemented) ? implemented : publisherType(implemented);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static boolean isPublisher(final Class<?> type) {
        return type.getName().equals("java.util.concurrent.Flow$Publisher")
                || type.getName().equals("org.reactivestreams.Publisher");
    }
}
