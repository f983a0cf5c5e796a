package io.hotspan.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Path;
import java.util.jar.JarFile;

/**
 * What {@code -javaagent:hotspan-agent.jar} starts. The jar has two parts: what woven code calls,
 * which lies on the boot class path where every class loader finds it, and all the rest, below
 * {@value #RUNTIME_PREFIX}, which only {@link RuntimeClassLoader} sees.
 */
public final class HotspanAgent {
    /** Where the classes lie that the program must not see. */
    static final String RUNTIME_PREFIX = "hotspan-runtime/";

    private static final String RUNTIME = "io.hotspan.agent.runtime.AgentRuntime";
    private static final String SELF = "/io/hotspan/agent/HotspanAgent.class";

    private HotspanAgent() {}

    /** Called by the JVM, before the program's main method. Throws nothing. */
    public static void premain(final String arguments, final Instrumentation instrumentation) {
        try {
            start(arguments == null ? "" : arguments, instrumentation);
        } catch (final InvocationTargetException e) {
            giveUp(e.getCause());
        } catch (final Throwable e) {
            giveUp(e);
        }
    }

    private static void start(final String arguments, final Instrumentation instrumentation)
            throws IOException, ReflectiveOperationException {
        final JarFile jar = ownJar();
        if (HotspanAgent.class.getClassLoader() != null) {
            // the jar has another name than its manifest's Boot-Class-Path says
            instrumentation.appendToBootstrapClassLoaderSearch(jar);
            Class.forName(HotspanAgent.class.getName(), true, null)
                    .getMethod("premain", String.class, Instrumentation.class)
                    .invoke(null, arguments, instrumentation);
            return;
        }
        final RuntimeClassLoader runtime = new RuntimeClassLoader(jar);
        new ModuleOpener(instrumentation).open(runtime);
        runtime.loadClass(RUNTIME)
                .getMethod("start", String.class, Instrumentation.class, Path.class)
                .invoke(null, arguments, instrumentation, Path.of(jar.getName()));
    }

    private static JarFile ownJar() throws IOException {
        final URL self = HotspanAgent.class.getResource(SELF);
        if (self != null && self.openConnection() instanceof JarURLConnection connection) {
            connection.setUseCaches(false);
            return new JarFile(
                    Path.of(connection.getJarFile().getName()).toFile(),
                    false,
                    JarFile.OPEN_READ,
                    Runtime.version());
        }
        throw new IOException("the agent must be a jar, as it is built; found " + self);
    }

    private static void giveUp(final Throwable cause) {
        System.err.println("hotspan: not tracing: " + cause);
        if (System.getenv("HOTSPAN_DEBUG") != null) {
            cause.printStackTrace();
        }
    }
}
