package io.hotspan.agent.autolog;

import io.hotspan.tracing.Tracer;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Gives services of the OpenAI SDK in their traced form. The classes that trace must see those of
 * the SDK, so each SDK that the program has loads them anew; see {@link BesideLoader}.
 */
public final class TracedOpenAi implements UnaryOperator<Object> {
    private static final String OF_THE_SDK = "com.openai.client.OpenAIClient";
    private static final String TRACED_SERVICES = "io.hotspan.openai.TracedServices";

    private final Tracer tracer;
    private final BiConsumer<String, Throwable> console;

    /** For one SDK each, kept as long as the SDK's class is and no longer. */
    private final ClassValue<BiFunction<Object, Object, Object>> bySdk =
            new ClassValue<>() {
                @Override
                protected BiFunction<Object, Object, Object> computeValue(final Class<?> ofSdk) {
                    return load(ofSdk.getClassLoader());
                }
            };

    /** The same by the classes of services, for a short way. */
    private final ClassValue<BiFunction<Object, Object, Object>> byService =
            new ClassValue<>() {
                @Override
                protected BiFunction<Object, Object, Object> computeValue(final Class<?> service) {
                    try {
                        return bySdk.get(
                                Class.forName(OF_THE_SDK, false, service.getClassLoader()));
                    } catch (final ClassNotFoundException e) {
                        console.accept("not traced: " + service + ", of no known SDK", e);
                        return TracedOpenAi::unchanged;
                    }
                }
            };

    /**
     * Records with a tracer.
     *
     * @param console hears lines for whoever runs the program
     */
    public TracedOpenAi(final Tracer tracer, final BiConsumer<String, Throwable> console) {
        this.tracer = tracer;
        this.console = console;
    }

    @Override
    public Object apply(final Object service) {
        return byService.get(service.getClass()).apply(service, tracer);
    }

    @SuppressWarnings("unchecked") // TracedServices is such a function
    private BiFunction<Object, Object, Object> load(final ClassLoader sdk) {
        try {
            return (BiFunction<Object, Object, Object>)
                    new BesideLoader(sdk)
                            .loadClass(TRACED_SERVICES)
                            .getDeclaredConstructor()
                            .newInstance();
        } catch (final ReflectiveOperationException | RuntimeException | LinkageError e) {
            console.accept("calls of the OpenAI SDK are not traced", e);
            return TracedOpenAi::unchanged;
        }
    }

    /** What cannot be traced, after a line has said so, once. */
    private static Object unchanged(final Object service, final Object unused) {
        return service;
    }
}
