package org.sipsleuth.report.rows;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.text.SpreadsheetText;

/// Rows as RFC 4180 has them: a header, commas, lines that end with CR LF.
///
/// Texts are [SpreadsheetText], unless values are wanted raw. On a terminal characters that would
/// steer it are escaped, raw or not.
final class CsvRows implements RowWriter {

    private final List<Column> columns;
    private final Writer writer;
    private final boolean isRaw;
    private final boolean isSeen;

    /// @param isRaw whether values are as they are in the capture
    CsvRows(List<Column> columns, Destination to, boolean isRaw) throws IOException {
        this.columns = columns;
        this.writer = to.dataWriter();
        this.isRaw = isRaw;
        this.isSeen = to.outputIsTerminal();
        row(columns.stream().map(Column::name).toArray(String[]::new));
    }

    @Override
    public void row(String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                writer.write(',');
            }
            Column column = columns.get(i);
            String shown = column.shown(cells[i]);
            String safe = isRaw || !isText(column) ? shown : SpreadsheetText.of(shown);
            cell(isSeen ? VisibleText.of(safe, true) : safe);
        }
        writer.write("\r\n");
    }

    private static boolean isText(Column column) {
        return switch (column.kind()) {
            case TEXT, LIST -> true;
            case NUMBER, NUMBERS, TIME, BOOLEAN -> false;
        };
    }

    private void cell(String cell) throws IOException {
        if (mustBeQuoted(cell)) {
            writer.write('"');
            writer.write(cell.replace("\"", "\"\""));
            writer.write('"');
        } else {
            writer.write(cell);
        }
    }

    private static boolean mustBeQuoted(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char character = cell.charAt(i);
            if (character == ',' || character == '"' || character == '\r' || character == '\n') {
                return true;
            }
        }
        return false;
    }

    @Override
    public void flush() throws IOException {
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        writer.flush();
    }
}
