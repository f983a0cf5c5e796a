package io.hotspan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Hotspan, which the build writes into a resource. */
final class BuildVersion {
    private static final String RESOURCE = "version.properties";

    private BuildVersion() {}

    static String read() {
        final Properties properties = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream(RESOURCE)) {
            properties.load(in);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot read the resource " + RESOURCE, e);
        }
        return properties.getProperty("version");
    }
}
