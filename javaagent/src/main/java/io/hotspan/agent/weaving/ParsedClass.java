package io.hotspan.agent.weaving;

import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;

/**
 * A class as its file says it is; what it refers to is read from files too, and only if it is asked
 * for: nothing is loaded.
 */
final class ParsedClass {
    private final TypeDescription type;
    private final ClassFileLocator locator;
    private final TypePool pool;

    ParsedClass(final String name, final byte[] classFile, final ClassLoader loader) {
        locator =
                new ClassFileLocator.Compound(
                        ClassFileLocator.Simple.of(name, classFile),
                        loader == null
                                ? ClassFileLocator.ForClassLoader.ofBootLoader()
                                : ClassFileLocator.ForClassLoader.of(loader));
        // extended: the names of parameters may stand in the debug information alone
        pool =
                new TypePool.Default.WithLazyResolution(
                        new TypePool.CacheProvider.Simple(),
                        locator,
                        TypePool.Default.ReaderMode.EXTENDED);
        type = pool.describe(name).resolve();
    }

    TypeDescription type() {
        return type;
    }

    ClassFileLocator locator() {
        return locator;
    }

    TypePool pool() {
        return pool;
    }
}
