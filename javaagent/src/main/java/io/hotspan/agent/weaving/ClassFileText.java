package io.hotspan.agent.weaving;

import java.nio.charset.StandardCharsets;

/** Finds a text in a class file without parsing it: most classes have nothing to weave. */
final class ClassFileText {
    private final byte[] text;

    ClassFileText(final String asciiText) {
        text = asciiText.getBytes(StandardCharsets.US_ASCII);
    }

    boolean isIn(final byte[] classFile) {
        final int end = classFile.length - text.length;
        for (int i = 0; i <= end; i++) {
            if (classFile[i] == text[0] && matches(classFile, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(final byte[] classFile, final int at) {
        for (int i = 1; i < text.length; i++) {
            if (classFile[at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }
}
