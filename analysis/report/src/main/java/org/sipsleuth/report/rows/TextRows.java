package org.sipsleuth.report.rows;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.report.output.DisplayWidth;
import org.sipsleuth.report.output.Style;
import org.sipsleuth.report.output.VisibleText;

/// Rows as aligned text. The first rows decide how wide each column is; together the columns fit
/// the terminal: those that matter least are left out, and values are shortened in their middle.
final class TextRows implements RowWriter {

    /// Enough to know the usual widths; few enough to be held and to come out at once.
    private static final int ROWS_MEASURED = 500;

    private static final int MIN_WIDTH = 6;

    /// Columns are left out before values become shorter than this.
    private static final int READABLE_WIDTH = 12;

    private static final int MAX_WIDTH = 10_000;
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final Writer writer;
    private final boolean unicode;
    private final boolean colour;
    private final int room;
    private final int[] widths;
    private final Destination to;
    private final boolean[] isLeftOut;
    private final List<String[]> buffered = new ArrayList<>();
    private boolean measured;

    /// The first and the last column that is shown.
    private int first;

    private int last;

    TextRows(List<Column> columns, Destination to, boolean colour) {
        this.columns = columns;
        this.writer = to.textWriter();
        this.unicode = to.isUnicode();
        this.colour = colour;
        this.to = to;
        room = to.columns();
        isLeftOut = new boolean[columns.size()];
        last = columns.size() - 1;
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
        buffered.add(visible);
        if (buffered.size() == ROWS_MEASURED) {
            release();
        }
    }

    private void release() throws IOException {
        for (String[] cells : buffered) {
            for (int i = 0; i < cells.length; i++) {
                widths[i] = Math.clamp(DisplayWidth.of(cells[i]), widths[i], MAX_WIDTH);
            }
        }
        fit();
        measured = true;
        if (!buffered.isEmpty()) {
            heading();
        }
        for (String[] cells : buffered) {
            write(cells);
        }
        buffered.clear();
    }

    private void fit() {
        leaveOut();
        while (isLeftOut[first]) {
            first++;
        }
        while (isLeftOut[last]) {
            last--;
        }
        // Shortens a cell of the widest column that may be shortened, until all fit.
        int surplus = width(widths) - room;
        for (int widest = widest(); surplus > 0 && widest >= 0; widest = widest()) {
            widths[widest]--;
            surplus--;
        }
    }

    private void leaveOut() {
        for (int next = leastImportant(); leastWidth() > room && next >= 0;) {
            isLeftOut[next] = true;
            widths[next] = 0;
            next = leastImportant();
        }
        reportOmitted();
    }

    /// The cells of a line with columns of these widths.
    private int width(int[] of) {
        int shown = 0;
        int sum = 0;
        for (int i = 0; i < of.length; i++) {
            if (!isLeftOut[i]) {
                shown++;
                sum += of[i];
            }
        }
        return sum + GAP.length() * Math.max(0, shown - 1);
    }

    /// The cells of a line whose values are as short as they may be.
    private int leastWidth() {
        int[] least = widths.clone();
        for (int i = 0; i < least.length; i++) {
            if (!columns.get(i).isNeverCut()) {
                least[i] = Math.min(least[i], READABLE_WIDTH);
            }
        }
        return width(least);
    }

    /// The column to leave out next, or -1.
    private int leastImportant() {
        int found = -1;
        for (int i = 0; i < columns.size(); i++) {
            int rank = columns.get(i).rank();
            if (!isLeftOut[i] && rank > (found < 0 ? 0 : columns.get(found).rank())) {
                found = i;
            }
        }
        return found;
    }

    private void reportOmitted() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (isLeftOut[i]) {
                names.add(columns.get(i).name());
            }
        }
        if (!names.isEmpty()) {
            to.remark("columns hidden for lack of width: %s (--format csv shows all)"
                    .formatted(String.join(", ", names)));
        }
    }

    private int widest() {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            if (!columns.get(i).isNeverCut() && !isLeftOut[i]
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
        if (isLeftOut[i]) {
            return;
        }
        int width = widths[i];
        String shown = text;
        int cells = DisplayWidth.of(text);
        if (cells > width) {
            shown = DisplayWidth.elide(text, width, unicode ? "…" : "~");
            cells = DisplayWidth.of(shown);
        }
        String padding = " ".repeat(Math.max(0, width - cells));
        boolean right = columns.get(i).kind().isNumeric();
        if (i > first) {
            writer.write(GAP);
        }
        if (right) {
            writer.write(padding);
        }
        writer.write(colour ? style.paint(shown) : shown);
        if (!right && i < last) {
            writer.write(padding);
        }
    }

    @Override
    public void flush() throws IOException {
        if (!measured && !buffered.isEmpty()) {
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
