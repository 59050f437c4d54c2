package org.sipsleuth.app.command.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Rows as RFC 4180 has them: a header, commas, lines that end with CR LF. Values stand as they are
/// in the capture; one that begins with `=`, `+`, `-` or `@` is a formula to a spreadsheet, so
/// import such files as text.
final class CsvRows implements RowWriter {

    private final List<Column> columns;
    private final Writer writer;

    CsvRows(List<Column> columns, Writer writer) throws IOException {
        this.columns = columns;
        this.writer = writer;
        row(columns.stream().map(Column::name).toArray(String[]::new));
    }

    @Override
    public void row(String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                writer.write(',');
            }
            cell(columns.get(i).shown(cells[i]));
        }
        writer.write("\r\n");
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
