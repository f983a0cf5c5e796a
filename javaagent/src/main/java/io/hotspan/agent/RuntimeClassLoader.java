package io.hotspan.agent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads what the agent needs and the program must not see: Byte Buddy, Chronicle Queue and the
 * rest. Its parents are the boot and platform loaders; the program's class path is not among them,
 * so none of the program's libraries is mistaken for one of ours.
 */
final class RuntimeClassLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final JarFile jar;

    RuntimeClassLoader(final JarFile jar) {
        super("hotspan", getPlatformClassLoader());
        this.jar = jar;
    }

    @Override
    protected Class<?> findClass(final String name) throws ClassNotFoundException {
        final JarEntry entry = entry(name.replace('.', '/') + ".class");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            final byte[] bytes = in.readAllBytes();
            definePackageOf(name);
            return defineClass(name, bytes, 0, bytes.length);
        } catch (final IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    protected URL findResource(final String name) {
        final JarEntry entry = entry(name);
        if (entry == null) {
            return null;
        }
        try {
            return new URL("jar:file:" + jar.getName() + "!/" + HotspanAgent.RUNTIME_PREFIX + name);
        } catch (final MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Enumeration<URL> findResources(final String name) {
        final URL resource = findResource(name);
        return Collections.enumeration(resource == null ? List.of() : List.of(resource));
    }

    /** As the parent's, without a connection to the jar for what is ours. */
    @Override
    public InputStream getResourceAsStream(final String name) {
        final JarEntry entry = entry(name);
        if (entry == null) {
            return super.getResourceAsStream(name);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return new ByteArrayInputStream(in.readAllBytes());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JarEntry entry(final String name) {
        return jar.getJarEntry(HotspanAgent.RUNTIME_PREFIX + name);
    }

    private void definePackageOf(final String className) {
        final int dot = className.lastIndexOf('.');
        final String packageName = dot < 0 ? "" : className.substring(0, dot);
        if (getDefinedPackage(packageName) == null) {
            try {
                definePackage(packageName, null, null, null, null, null, null, null);
            } catch (final IllegalArgumentException e) {
                return; // another thread has just defined it
            }
        }
    }
}
