package io.hotspan.trace;

import io.hotspan.model.StatusCode;

/** The signs and colours of a drawn tree. */
final class TreeStyle {
    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";
    private static final String CYAN = "\u001b[36m";

    final String branch;
    final String lastBranch;
    final String guide;
    final String gap = "   ";
    final String deep;
    final String ellipsis;
    private final String okMark;
    private final String errorMark;
    private final String unsetMark;
    private final String openMark;
    private final boolean colour;

    TreeStyle(final TreeOptions options) {
        final boolean ascii = options.ascii();
        colour = options.colour();
        branch = ascii ? "+- " : "├─ ";
        lastBranch = ascii ? "`- " : "└─ ";
        guide = ascii ? "|  " : "│  ";
        deep = ascii ? ": " : "⋮ ";
        ellipsis = ascii ? "..." : "…";
        okMark = ascii ? "OK" : "✓";
        errorMark = ascii ? "ERROR" : "✗";
        unsetMark = ascii ? "UNSET" : "·";
        openMark = ascii ? "OPEN" : "… open";
    }

    String name(final String text) {
        return colour ? BOLD + text + RESET : text;
    }

    String type(final String text) {
        return colour ? CYAN + text + RESET : text;
    }

    String label(final String text) {
        return colour ? DIM + text + RESET : text;
    }

    String error(final String text) {
        return colour ? RED + text + RESET : text;
    }

    String mark(final SpanData span) {
        final StatusCode code = span.status().code();
        if (code == StatusCode.ERROR) {
            return error(span.isOpen() ? errorMark + " " + openMark : errorMark);
        }
        if (span.isOpen()) {
            return colour ? YELLOW + openMark + RESET : openMark;
        }
        if (code == StatusCode.OK) {
            return colour ? GREEN + okMark + RESET : okMark;
        }
        return unsetMark;
    }

    /** A duration; "µ" has no ASCII form but "u". */
    String duration(final long nanos) {
        final String text = DurationText.human(nanos);
        return branch.charAt(0) == '+' ? text.replace('µ', 'u') : text;
    }
}
