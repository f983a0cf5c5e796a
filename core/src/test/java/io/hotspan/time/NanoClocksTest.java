package io.hotspan.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class NanoClocksTest {
    private static final TscPlatform WITHOUT_FOREIGN_FUNCTIONS =
            new TscPlatform(17, "Linux", "amd64", false, "", "");

    @Test
    void whereThereIsNoTscTheSystemsClockIsGiven() {
        assertThat(NanoClocks.tscOrSystem(WITHOUT_FOREIGN_FUNCTIONS))
                .isInstanceOf(SystemNanoClock.class);
    }

    @Test
    void theClockIsTheTscUnlessThereIsAnObstacle() {
        final boolean usable = NanoClocks.tscObstacle().isEmpty();

        assertThat(NanoClocks.tscOrSystem() instanceof SystemNanoClock).isEqualTo(!usable);
    }

    @Test
    void theLogSaysInOneLineWhyItIsNotTheTsc() {
        final Logger logger = Logger.getLogger("io.hotspan");
        final Lines lines = new Lines();
        logger.addHandler(lines);
        try {
            NanoClocks.tscOrSystem(WITHOUT_FOREIGN_FUNCTIONS);
        } finally {
            logger.removeHandler(lines);
        }

        assertThat(lines.texts)
                .containsExactly(
                        "Hotspan's clock is System.nanoTime() and not the TSC:"
                                + " JDK 17 has no foreign functions, JDK 22 or newer is needed");
    }

    @Test
    void fallingBackLoadsNoSecondClockForTheJitToReckonWith() throws Exception {
        final OwnLoader loader = new OwnLoader();
        final Class<?> platform = loader.loadClass(TscPlatform.class.getName());
        final Constructor<?> constructor = platform.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        final Method tscOrSystem =
                loader.loadClass(NanoClocks.class.getName())
                        .getDeclaredMethod("tscOrSystem", platform);
        tscOrSystem.setAccessible(true);

        tscOrSystem.invoke(null, constructor.newInstance(17, "Linux", "amd64", false, "", ""));

        assertThat(loader.loaded)
                .contains(SystemNanoClock.class.getName())
                .doesNotContain(TscClock.class.getName());
    }

    @Test
    void theKeeperOfTheAnchorMaintainsItsClock() {
        final CountingClock clock = new CountingClock();

        new AnchorKeeper(clock, () -> 0).anchor();

        assertThat(clock.maintained).isEqualTo(1);
    }

    private static final class CountingClock extends NanoClock {
        private int maintained;

        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public void maintain() {
            maintained++;
        }
    }

    private static final class Lines extends Handler {
        private final List<String> texts = new ArrayList<>();

        @Override
        public void publish(final LogRecord line) {
            texts.add(MessageFormat.format(line.getMessage(), line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** Loads Hotspan's classes anew, and keeps their names. */
    private static final class OwnLoader extends ClassLoader {
        private final List<String> loaded = new ArrayList<>();

        OwnLoader() {
            super(NanoClocksTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(final String name, final boolean resolve)
                throws ClassNotFoundException {
            if (!name.startsWith("io.hotspan.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                final Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(final String name) throws ClassNotFoundException {
            try (InputStream in =
                    getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                loaded.add(name);
                final byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (final IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
