package io.hotspan.agent.autolog;

import java.io.IOException;
import java.io.InputStream;

/**
 * Loads the agent's own classes that trace a library, beside that library: all else they find where
 * the library does, Hotspan's core on the boot class path among it.
 */
final class BesideLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private static final String OPENAI = "io.hotspan.openai.";
    private static final String GENAI = "io.hotspan.genai.";

    BesideLoader(final ClassLoader library) {
        super("hotspan-openai", library);
    }

    @Override
    protected Class<?> loadClass(final String name, final boolean resolve)
            throws ClassNotFoundException {
        if (!name.startsWith(OPENAI) && !name.startsWith(GENAI)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            final Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    /** The agent's own even where the program has the module, which may be of another version. */
    private Class<?> define(final String name) throws ClassNotFoundException {
        final String resource = name.replace('.', '/') + ".class";
        try (InputStream in = BesideLoader.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            final byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (final IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
