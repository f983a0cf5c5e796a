package io.hotspan.benchmarks;

import io.hotspan.agent.bridge.Bridge;
import io.hotspan.agent.bridge.WovenCalls;
import io.hotspan.agent.options.AgentOptions;
import io.hotspan.agent.weaving.MethodWeaver;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A tracer to which woven methods record: the agent's own weaver has woven them, as it would if the
 * JVM had been started with it.
 */
@State(Scope.Benchmark)
public class WovenTracer extends TracerState {
    final Work plain = new Work.Plain();
    Work woven;

    @Setup(Level.Trial)
    public void weave() throws IOException, ReflectiveOperationException {
        final WovenCalls calls = new WovenCalls(recording(), () -> {});
        Bridge.install(calls);
        woven = (Work) new WovenClassLoader(calls).weave(Work.Woven.class);
    }

    /** Loads one class as the agent would have it. */
    private static final class WovenClassLoader extends ClassLoader {
        private final MethodWeaver weaver;

        WovenClassLoader(final WovenCalls calls) {
            super(WovenTracer.class.getClassLoader());
            weaver =
                    new MethodWeaver(
                            AgentOptions.read("", new Properties(), Map.of()),
                            calls,
                            () -> {},
                            (line, cause) -> {
                                throw new IllegalStateException(line, cause);
                            });
        }

        Object weave(final Class<?> type) throws IOException, ReflectiveOperationException {
            final String path = type.getName().replace('.', '/');
            try (InputStream in = getResourceAsStream(path + ".class")) {
                final byte[] woven =
                        weaver.transform(
                                type.getModule(), this, path, null, null, in.readAllBytes());
                return defineClass(type.getName(), woven, 0, woven.length)
                        .getDeclaredConstructor()
                        .newInstance();
            }
        }
    }
}
