package io.hotspan.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.replay.Replay;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, with the agent as it is built; and what it traced. */
final class AgentRun {
    private static final Path AGENT = Path.of("target", "hotspan-agent.jar").toAbsolutePath();
    private static final long TIMEOUT_SECONDS = 60;

    private final Path scratch;
    private Path journal;
    private Path agent = AGENT;
    private String agentArguments = "";
    private String classPath = "";
    private int exitCode;
    private String out = "";
    private String err = "";

    /**
     * @param scratch directory for all that the process writes
     */
    AgentRun(final Path scratch) {
        this.scratch = scratch;
        journal = scratch.resolve("journal");
        withLibraries("test-classes");
    }

    /** Puts libraries on the class path whose paths have one of these parts. */
    AgentRun withLibraries(final String... parts) {
        for (final String entry :
                System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (Arrays.stream(parts).anyMatch(entry::contains)) {
                classPath += entry + File.pathSeparator;
            }
        }
        return this;
    }

    /** Puts a directory of classes on the class path. */
    AgentRun withClasses(final Path directory) {
        classPath += directory + File.pathSeparator;
        return this;
    }

    AgentRun with(final String arguments) {
        agentArguments = arguments;
        return this;
    }

    AgentRun withJournal(final Path directory) {
        journal = directory;
        return this;
    }

    AgentRun withAgent(final Path jar) {
        agent = jar;
        return this;
    }

    /** Runs it to its end. */
    AgentRun run(final Class<?> program) throws IOException, InterruptedException {
        return run(program.getName());
    }

    /** As {@link #run(Class)}, by the name of the class. */
    AgentRun run(final String program) throws IOException, InterruptedException {
        final Path outFile = scratch.resolve("out.txt");
        final Path errFile = scratch.resolve("err.txt");
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(
                "-javaagent:"
                        + agent
                        + "=dir="
                        + journal
                        + (agentArguments.isEmpty() ? "" : "," + agentArguments));
        command.addAll(List.of("-cp", classPath, program));
        final ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(scratch.toFile())
                        .redirectOutput(outFile.toFile())
                        .redirectError(errFile.toFile());
        builder.environment().keySet().removeIf(name -> name.contains("JAVA_"));
        builder.environment().keySet().removeIf(name -> name.startsWith("HOTSPAN"));
        final Process process = builder.start();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + TIMEOUT_SECONDS + " s: " + command);
        }
        exitCode = process.exitValue();
        out = Files.readString(outFile, StandardCharsets.UTF_8);
        err = Files.readString(errFile, StandardCharsets.UTF_8);
        return this;
    }

    /** As {@link #run}; it ended well, and the agent had nothing to say. */
    AgentRun runQuietly(final Class<?> program) throws IOException, InterruptedException {
        run(program);
        assertThat(err).isEmpty();
        assertThat(exitCode).isZero();
        return this;
    }

    int exitCode() {
        return exitCode;
    }

    List<String> lines() {
        return out.lines().toList();
    }

    String err() {
        return err;
    }

    Path journal() {
        return journal;
    }

    /** All traces, in the order of their journal. */
    List<Trace> traces() {
        final List<Trace> traces = new ArrayList<>();
        new Replay(journal).forEachTrace(traces::add);
        return traces;
    }

    /** Every span, whatever its trace. */
    List<SpanData> spans() {
        return traces().stream().flatMap(trace -> trace.spans().stream()).toList();
    }

    /** The one span of a name. */
    SpanData span(final String name) {
        final List<SpanData> named =
                spans().stream().filter(span -> span.name().equals(name)).toList();
        assertThat(named).as("spans named " + name).hasSize(1);
        return named.get(0);
    }

    /** Each trace as names, children in brackets behind their parents. */
    List<String> trees() {
        return traces().stream().map(trace -> tree(trace, trace.root())).sorted().toList();
    }

    private static String tree(final Trace trace, final SpanData span) {
        final List<String> children =
                trace.spans().stream()
                        .filter(child -> span.spanId().equals(child.parentSpanId()))
                        .map(child -> tree(trace, child))
                        .toList();
        return span.name() + (children.isEmpty() ? "" : children);
    }
}
