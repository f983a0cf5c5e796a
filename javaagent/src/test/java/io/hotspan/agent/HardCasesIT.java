package io.hotspan.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Busy;
import com.acme.OwnStore;
import io.hotspan.recovery.Recovery;
import io.hotspan.replay.Replay;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be woven, what takes too long, and what traces itself. */
class HardCasesIT {
    /** The JVM takes methods of less than 64 KiB; weaving adds more than is left. */
    private static final int NEARLY_TOO_LONG = (1 << 16) - 20;

    @TempDir Path scratch;

    @Test
    void aClassThatCannotBeWovenStaysAsItWasAndOneLineSaysSo() throws Exception {
        writeLongMethod(scratch.resolve("classes/com/acme/Long.class"));
        final AgentRun run =
                new AgentRun(scratch)
                        .withClasses(scratch.resolve("classes"))
                        .with("trace=com.acme.Long#main")
                        .run("com.acme.Long");
        assertThat(run.lines()).containsExactly("hello");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .hasLineCount(1)
                .startsWith("hotspan: not woven, left as it was: com.acme.Long: ");
        assertThat(run.traces()).isEmpty();
    }

    @Test
    void whatIsNotStoredInTimeComesWithTheNextStart() throws Exception {
        final AgentRun run = new AgentRun(scratch).with("close.seconds=0").run(Busy.class);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .isEqualTo(
                        "hotspan: stopped waiting for the journal after PT0S; the next start brings"
                                + " in the rest\n");
        Recovery.of(run.journal())
                .recoverAll(
                        message -> {
                            throw new AssertionError(message);
                        });
        assertThat(run.trees()).hasSize(100).containsOnly("call");
    }

    @Test
    void aProgramMayHaveAJournalOfItsOwnBesideTheAgents() throws Exception {
        final AgentRun run = new AgentRun(scratch).withLibraries("").run(OwnStore.class);
        assertThat(run.lines()).as(run.err()).containsExactly("true false");
        assertThat(run.trees()).containsExactly("woven[by hand]");
        final List<String> own = new ArrayList<>();
        new Replay(scratch.resolve("own"))
                .forEachTrace(
                        (final Trace trace) ->
                                trace.spans().stream().map(SpanData::name).forEach(own::add));
        assertThat(own).containsExactlyInAnyOrder("own outer", "own inner");
    }

    private static void writeLongMethod(final Path file) throws IOException {
        final ClassWriter writer = new ClassWriter(0);
        writer.visit(
                Opcodes.V17, Opcodes.ACC_PUBLIC, "com/acme/Long", null, "java/lang/Object", null);
        final MethodVisitor main =
                writer.visitMethod(
                        Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
                        "main",
                        "([Ljava/lang/String;)V",
                        null,
                        null);
        main.visitCode();
        main.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;");
        main.visitLdcInsn("hello");
        main.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                "java/io/PrintStream",
                "println",
                "(Ljava/lang/String;)V",
                false);
        for (int i = 0; i < NEARLY_TOO_LONG; i++) {
            main.visitInsn(Opcodes.NOP);
        }
        main.visitInsn(Opcodes.RETURN);
        main.visitMaxs(2, 1);
        main.visitEnd();
        writer.visitEnd();
        Files.createDirectories(file.getParent());
        Files.write(file, writer.toByteArray());
    }
}
