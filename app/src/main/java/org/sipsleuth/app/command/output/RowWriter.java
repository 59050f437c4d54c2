package org.sipsleuth.app.command.output;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Takes rows and writes them in one format.
public sealed interface RowWriter extends Closeable permits TextRows, CsvRows, JsonRows {

    /// A writer of this format on the terminal's standard output.
    ///
    /// @param colour whether text may be coloured
    static RowWriter open(Format format, List<Column> columns, Terminal terminal, boolean colour) throws IOException {
        return open(format, columns, terminal, colour, false);
    }

    /// The same.
    ///
    /// @param isRawCsv whether values of CSV stand as they are in the capture, also those that a
    ///     spreadsheet runs as formulas
    static RowWriter open(Format format, List<Column> columns, Terminal terminal, boolean colour, boolean isRawCsv)
            throws IOException {
        return switch (format) {
            case TEXT -> new TextRows(columns, terminal, colour);
            case CSV -> new CsvRows(columns, terminal, isRawCsv);
            case JSON, JSONL -> new JsonRows(columns, format == Format.JSONL, terminal.dataWriter());
        };
    }

    /// Writes a row.
    ///
    /// @param cells one for each column; empty where there is no value
    void row(String... cells) throws IOException;

    /// States what is not among the rows; only JSON has a place for it, as an object behind them.
    ///
    /// @param counts by the reason; nothing is written where all are 0
    default void leftOut(Map<String, Long> counts) throws IOException {}

    /// Lets the reader see all rows so far.
    void flush() throws IOException;

    /// Ends the output and flushes it; the stream below stays open.
    @Override
    void close() throws IOException;
}
