package io.hotspan.agent.weaving;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import net.bytebuddy.utility.OpenedClassReader;
import org.agrona.DirectBuffer;

/**
 * Fits a program's own Hotspan modules to the agent's core. That lies on the boot class path, where
 * it is the only one, and has Agrona under a name that no program uses; so what the program has
 * beside the core, such as the store, must call Agrona by that name too.
 */
final class AgronaRenamer {
    /* No constants: the shading of the agent's jar renames Agrona in constants, too. */
    private final String original = String.join("/", "org", "agrona", "");
    private final String renamed =
            DirectBuffer.class.getPackageName().replace('.', '/').concat("/");
    private final ClassFileText mention = new ClassFileText(original);

    /** The class with the other name; null if it does not know Agrona. */
    byte[] renamed(final byte[] classFile) {
        if (!mention.isIn(classFile)) {
            return null;
        }
        final ClassReader reader = new ClassReader(classFile);
        final ClassWriter writer = new ClassWriter(0);
        reader.accept(new ClassRemapper(writer, new Renaming()), 0);
        return writer.toByteArray();
    }

    private final class Renaming extends Remapper {
        Renaming() {
            super(OpenedClassReader.ASM_API);
        }

        @Override
        public String map(final String internalName) {
            return internalName.startsWith(original)
                    ? renamed + internalName.substring(original.length())
                    : internalName;
        }
    }
}
