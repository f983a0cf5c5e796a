package io.hotspan.agent.runtime;

import io.hotspan.agent.autolog.OpenAiWeaver;
import io.hotspan.agent.autolog.TracedOpenAi;
import io.hotspan.agent.bridge.Bridge;
import io.hotspan.agent.bridge.ClientBridge;
import io.hotspan.agent.bridge.WovenCalls;
import io.hotspan.agent.options.AgentOptions;
import io.hotspan.agent.options.InvalidOptionException;
import io.hotspan.agent.weaving.ContextWeaver;
import io.hotspan.agent.weaving.MethodWeaver;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/** Starts the agent, and stops it when the JVM shuts down. */
public final class AgentRuntime {
    private static final int EXIT_WRONG_USE = 2;

    private AgentRuntime() {}

    /**
     * Called once, by reflection, before the program's main method.
     *
     * @param jar the agent's own
     */
    public static void start(
            final String arguments, final Instrumentation instrumentation, final Path jar)
            throws IOException {
        final AgentOptions options = readOptions(arguments);
        for (final String warning : options.warnings()) {
            Console.say(warning, null);
        }
        final AgentJournal journal = AgentJournal.open(options);
        final WovenCalls calls =
                new WovenCalls(
                        journal.recording(),
                        () -> {
                            journal.prepare();
                            // made only now: it needs Byte Buddy
                            new ContextWeaver(options.propagate(), Console::say)
                                    .install(instrumentation);
                        });
        journal.onNewThread(calls.propagation()::threadTakesPart);
        Bridge.install(calls);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> journal.close(options.closeLimit()), "hotspan-shutdown"));
        if (options.autolog().contains("openai")) {
            ClientBridge.install(new TracedOpenAi(calls.tracer(), Console::say));
            instrumentation.addTransformer(new OpenAiWeaver(journal::prepare, Console::say));
        }
        new MethodWeaver(options, calls, journal::prepare, Console::say).install(instrumentation);
    }

    /** Wrong options end the JVM, as wrong options of its own do. */
    private static AgentOptions readOptions(final String arguments) {
        try {
            return AgentOptions.read(arguments, System.getProperties(), System.getenv());
        } catch (final InvalidOptionException e) {
            Console.say(e.getMessage(), null);
            Runtime.getRuntime().halt(EXIT_WRONG_USE);
            throw e;
        }
    }
}
