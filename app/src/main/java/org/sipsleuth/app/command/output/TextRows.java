package org.sipsleuth.app.command.output;

import org.sipsleuth.report.output.DisplayWidth;
import org.sipsleuth.report.output.VisibleText;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows as aligned text. The first rows decide how wide each column is; together the columns fit
/// the terminal, and what does not fit its column is cut with `…`.
final class TextRows implements RowWriter {

    /// Enough to know the usual widths; few enough to be held and to come out at once.
    private static final int ROWS_MEASURED = 500;

    private static final int MIN_WIDTH = 6;
    private static final int MAX_WIDTH = 10_000;
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final Writer writer;
    private final boolean unicode;
    private final boolean colour;
    private final int room;
    private final int[] widths;
    private final List<String[]> held = new ArrayList<>();
    private boolean measured;

    TextRows(List<Column> columns, Terminal terminal, boolean colour) {
        this.columns = columns;
        this.writer = terminal.textWriter();
        this.unicode = terminal.isUnicode();
        this.colour = colour;
        room = terminal.columns();
        widths = columns.stream().mapToInt(column -> DisplayWidth.of(column.name())).toArray();
    }

    @Override
    public void row(String... cells) throws IOException {
        String[] visible = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            visible[i] = VisibleText.of(columns.get(i).shown(cells[i]), unicode);
        }
        if (measured) {
            write(visible);
            return;
        }
        held.add(visible);
        if (held.size() == ROWS_MEASURED) {
            release();
        }
    }

    private void release() throws IOException {
        for (String[] cells : held) {
            for (int i = 0; i < cells.length; i++) {
                widths[i] = Math.clamp(DisplayWidth.of(cells[i]), widths[i], MAX_WIDTH);
            }
        }
        fit();
        measured = true;
        if (!held.isEmpty()) {
            heading();
        }
        for (String[] cells : held) {
            write(cells);
        }
        held.clear();
    }

    // Takes a cell from the widest column that may be cut, until all fit.
    private void fit() {
        int surplus = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - room;
        for (int widest = widest(); surplus > 0 && widest >= 0; widest = widest()) {
            widths[widest]--;
            surplus--;
        }
    }

    private int widest() {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            if (!columns.get(i).isWhole()
                    && widths[i] > (widest < 0 ? MIN_WIDTH : widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private void heading() throws IOException {
        for (int i = 0; i < widths.length; i++) {
            cell(i, columns.get(i).name(), Style.BOLD);
        }
        writer.write('\n');
    }

    private void write(String[] cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            cell(i, cells[i], columns.get(i).style().apply(cells[i]));
        }
        writer.write('\n');
    }

    private void cell(int i, String text, Style style) throws IOException {
        String shown = DisplayWidth.cut(text, widths[i], unicode ? "…" : "~");
        String padding = " ".repeat(Math.max(0, widths[i] - DisplayWidth.of(shown)));
        boolean right = columns.get(i).kind().isNumeric();
        if (i > 0) {
            writer.write(GAP);
        }
        if (right) {
            writer.write(padding);
        }
        writer.write(colour ? style.paint(shown) : shown);
        if (!right && i < widths.length - 1) {
            writer.write(padding);
        }
    }

    @Override
    public void flush() throws IOException {
        if (!measured && !held.isEmpty()) {
            release();
        }
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        if (!measured) {
            release();
        }
        writer.flush();
    }
}
