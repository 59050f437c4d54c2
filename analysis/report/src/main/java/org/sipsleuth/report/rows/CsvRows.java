package org.sipsleuth.report.rows;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.report.output.VisibleText;

/// Rows as RFC 4180 has them: a header, commas, lines that end with CR LF.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises
/// ("CSV Injection"), unless values are wanted raw. Columns of numbers stay as they are. On a
/// terminal characters that would steer it are escaped, raw or not.
final class CsvRows implements RowWriter {

    private final List<Column> columns;
    /// The signs of formulas, their full-width forms, and what spreadsheets skip before them.
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    /// An identifier that begins with a hyphen, as the Call-IDs of some phones do: no operator but
    /// hyphens, no call, no reference to elsewhere; it must stay equal to that of other tools.
    private static final Pattern NAME = Pattern.compile("-[A-Za-z0-9._~-]*[A-Za-z][A-Za-z0-9._~-]*");

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
            String safe = isFormula(column, shown) ? "'" + shown : shown;
            cell(isSeen ? VisibleText.of(safe, true) : safe);
        }
        writer.write("\r\n");
    }

    private boolean isFormula(Column column, String cell) {
        boolean isText = switch (column.kind()) {
            case TEXT, LIST -> true;
            case NUMBER, NUMBERS, TIME, BOOLEAN -> false;
        };
        return isText && !isRaw && !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0
                && !NAME.matcher(cell).matches();
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
