package org.sipsleuth.report.rows;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sipsleuth.report.output.Destination;

/// Takes rows and writes them in one format.
public sealed interface RowWriter extends Closeable permits TextRows, CsvRows, JsonRows {

    /// A writer of this format that writes to a destination.
    ///
    /// @param colour whether text may be coloured
    static RowWriter open(Format format, List<Column> columns, Destination to, boolean colour) throws IOException {
        return open(format, columns, to, colour, false);
    }

    /// The same.
    ///
    /// @param isRawCsv whether values of CSV stand as they are in the capture, also those that a
    ///     spreadsheet runs as formulas
    static RowWriter open(Format format, List<Column> columns, Destination to, boolean colour, boolean isRawCsv)
            throws IOException {
        return switch (format) {
            case TEXT -> new TextRows(columns, to, colour);
            case CSV -> new CsvRows(columns, to, isRawCsv);
            case JSON, JSONL -> new JsonRows(columns, format == Format.JSONL, to.dataWriter());
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
