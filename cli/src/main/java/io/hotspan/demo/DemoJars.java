package io.hotspan.demo;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the demo starts: the program, with its libraries in {@code lib} beside it, and the agent.
 *
 * @param program of the module {@code demo}
 * @param agent of the module {@code javaagent}
 */
record DemoJars(Path program, Path agent) {
    /** System properties by which the launcher says where the jars are. */
    static final String PROGRAM_PROPERTY = "hotspan.demo";

    static final String AGENT_PROPERTY = "hotspan.agent";

    /** Those that the launcher names. */
    static DemoJars ofLauncher() {
        return new DemoJars(
                Path.of(System.getProperty(PROGRAM_PROPERTY, "hotspan-demo.jar")),
                Path.of(System.getProperty(AGENT_PROPERTY, "hotspan-agent.jar")));
    }

    /** Whether both are there. */
    boolean exist() {
        return Files.isRegularFile(program) && Files.isRegularFile(agent);
    }
}
