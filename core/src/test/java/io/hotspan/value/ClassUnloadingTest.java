package io.hotspan.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** What the encoder learns of a class goes when the class goes. */
class ClassUnloadingTest {
    /** Also loaded by a loader of its own below. */
    public static final class Visitor {
        public String getName() {
            return "short-lived";
        }
    }

    private static final class OwnLoader extends ClassLoader {
        OwnLoader() {
            super(ClassUnloadingTest.class.getClassLoader());
        }

        Class<?> define(final Class<?> original) throws IOException {
            final String file = original.getName().replace('.', '/') + ".class";
            try (InputStream input = getParent().getResourceAsStream(file)) {
                final byte[] bytes = input.readAllBytes();
                return defineClass(original.getName(), bytes, 0, bytes.length);
            }
        }
    }

    private static WeakReference<ClassLoader> encodeWithOwnLoader(final ValueEncoder encoder)
            throws Exception {
        final OwnLoader loader = new OwnLoader();
        final Object visitor = loader.define(Visitor.class).getConstructor().newInstance();
        assertThat(RoundTrip.decode(encoder, visitor)).hasToString("{name=short-lived}");
        return new WeakReference<>(loader);
    }

    @Test
    void aClassLoaderWhoseObjectsWereEncodedCanGo() throws Exception {
        final ValueEncoder encoder = new ValueEncoder();
        final WeakReference<ClassLoader> loader = encodeWithOwnLoader(encoder);
        for (int i = 0; i < 50 && loader.get() != null; i++) {
            System.gc();
        }
        assertThat(loader.get()).isNull();
        assertThat(encoder.encode(null)).isEqualTo(1);
    }
}
