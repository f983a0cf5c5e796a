package io.hotspan.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rows under headings, in columns as wide as their longest cell. Where a row is too wide for the
 * terminal, the one elastic column is shortened; output that is no terminal is never shortened, so
 * that it can be searched. Control characters must have been taken out of the cells. Rows may also
 * come one by one, behind a table that was shown already. Not thread-safe.
 */
public final class Table {
    private static final String GAP = "  ";
    private static final int MIN_ELASTIC_WIDTH = 12;

    private final Terminal terminal;
    private final List<Column> columns = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();
    private int[] widths = {};

    /** A table without columns. */
    public Table(final Terminal terminal) {
        this.terminal = terminal;
    }

    /** Adds a column of text. */
    public Table text(final String heading) {
        return add(new Column(heading, 0, false, false, cell -> null));
    }

    /** Adds a column of text that is styled by its content: null for plain cells. */
    public Table text(final String heading, final Function<String, Style> style) {
        return add(new Column(heading, 0, false, false, style));
    }

    /** Adds the column of text that is shortened when room is scarce. */
    public Table elasticText(final String heading) {
        return add(new Column(heading, 0, false, true, cell -> null));
    }

    /** Adds a column whose cells end at the same place. */
    public Table number(final String heading) {
        return add(new Column(heading, 0, true, false, cell -> null));
    }

    /** Makes the column that was added last no narrower than this: for rows that come later. */
    public Table atLeast(final int width) {
        columns.add(columns.remove(columns.size() - 1).atLeast(width));
        return this;
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are columns, none null
     */
    public Table row(final String... cells) {
        check(cells);
        rows.add(cells.clone());
        return this;
    }

    /** The headings and the rows, a line for each. */
    public List<String> lines() {
        widths = widths();
        final List<String> lines = new ArrayList<>(rows.size() + 1);
        lines.add(terminal.paint(Style.BOLD, line(headings(), false)));
        for (final String[] row : rows) {
            lines.add(line(row, true));
        }
        return lines;
    }

    /**
     * One more row, in the columns of the last {@link #lines()}: a cell that is too wide for them
     * pushes the next ones to the right.
     */
    public String line(final String... cells) {
        check(cells);
        return line(cells, true);
    }

    private void check(final String[] cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "wrong number of cells: cells=" + cells.length + ", columns=" + columns.size());
        }
    }

    private Table add(final Column column) {
        columns.add(column);
        return this;
    }

    private String[] headings() {
        return columns.stream().map(Column::heading).toArray(String[]::new);
    }

    private int[] widths() {
        final int[] widths = new int[columns.size()];
        int elastic = -1;
        int sum = GAP.length() * (widths.length - 1);
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(columns.get(i).minWidth, TextWidth.of(columns.get(i).heading));
            for (final String[] row : rows) {
                widths[i] = Math.max(widths[i], TextWidth.of(row[i]));
            }
            sum += widths[i];
            if (columns.get(i).isElastic) {
                elastic = i;
            }
        }
        if (elastic >= 0 && terminal.isInteractive() && sum > terminal.width()) {
            final int room = widths[elastic] - (sum - terminal.width());
            widths[elastic] = Math.min(widths[elastic], Math.max(MIN_ELASTIC_WIDTH, room));
        }
        return widths;
    }

    private String line(final String[] cells, final boolean isStyled) {
        final StringBuilder line = new StringBuilder(terminal.width());
        for (int i = 0; i < cells.length; i++) {
            final Column column = columns.get(i);
            final String cell =
                    column.isElastic && terminal.isInteractive()
                            ? TextWidth.shorten(cells[i], widths[i], terminal.ellipsis())
                            : cells[i];
            final String padding = " ".repeat(Math.max(0, widths[i] - TextWidth.of(cell)));
            final Style style = isStyled ? column.style.apply(cell) : null;
            final String painted = style == null ? cell : terminal.paint(style, cell);
            line.append(i == 0 ? "" : GAP)
                    .append(column.isNumber ? padding + painted : painted + padding);
        }
        return line.toString().stripTrailing();
    }

    private record Column(
            String heading,
            int minWidth,
            boolean isNumber,
            boolean isElastic,
            Function<String, Style> style) {
        Column atLeast(final int width) {
            return new Column(heading, width, isNumber, isElastic, style);
        }
    }
}
