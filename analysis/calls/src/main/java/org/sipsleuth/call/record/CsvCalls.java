package org.sipsleuth.call.record;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Call records read from a table of comma-, semicolon- or tab-separated values (RFC 4180) with a
/// head, or without one. Rows that state no time, or a time, duration or answer that is not
/// understood, are counted and left out.
///
/// @param records the calls
/// @param count how many rows there are, and which could not be read
public record CsvCalls(CallRecords records, RowCount count) {

    private static final int MOST_COLUMNS = 1_000;
    private static final int BETWEEN_CHECKS = 1 << 12;
    private static final String STAGE = "Reading";

    /// The names of the columns of a table, and the sign between them.
    ///
    /// @param names in order
    /// @param isWritten whether the first line holds them; else it is a row, and the names are
    ///     those of an exchange that writes such rows, or the numbers of the columns
    public record Head(List<String> names, char delimiter, boolean isWritten) {

        /// Takes a copy.
        public Head {
            names = List.copyOf(names);
        }
    }

    /// Reads the head of a table.
    ///
    /// @param start the first characters of the table, 65,536 at least where there are more
    /// @throws IOException if that is no head of a table
    public static Head head(String start) throws IOException {
        char delimiter = delimiter(start);
        try (CsvRows rows = new CsvRows(new StringReader(start), delimiter)) {
            boolean isThere = rows.next();
            if (!rows.fault().isEmpty()) {
                throw new IOException(rows.hasNul()
                        ? "The first line holds NUL characters: this is not text, or it is"
                                + " UTF-16 without a byte order mark."
                        : "The first line is not the head of a table: " + rows.fault() + ".");
            }
            if (rows.size() > MOST_COLUMNS) {
                throw new IOException(String.format(Locale.ROOT,
                        "The first line has %,d columns; tables of call records have %,d at most.", rows.size(),
                        MOST_COLUMNS));
            }
            List<String> names = new ArrayList<>();
            for (int i = 0; isThere && i < rows.size(); i++) {
                names.add(rows.cell(i));
            }
            return HeadlessTables.names(names)
                    .map(found -> new Head(found, delimiter, false))
                    .orElseGet(() -> new Head(names, delimiter, true));
        }
    }

    /// The sign that stands most often in the first line, outside of quotation marks.
    private static char delimiter(String start) {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean isQuoted = false;
        boolean isBegun = false;
        for (int i = 0; i < start.length(); i++) {
            char letter = start.charAt(i);
            if (isBegun && !isQuoted && (letter == '\n' || letter == '\r')) {
                break;
            }
            isBegun |= letter > ' ';
            isQuoted ^= letter == '"';
            if (!isQuoted) {
                commas += letter == ',' ? 1 : 0;
                semicolons += letter == ';' ? 1 : 0;
                tabs += letter == '\t' ? 1 : 0;
            }
        }
        return semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }

    /// Reads a table.
    ///
    /// @param text the table with its head
    /// @param columns which of its columns say what
    /// @param names who is a user
    /// @throws IOException if it cannot be read
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static CsvCalls read(Reader text, Head head, CsvColumns columns, UserNames names, RunMonitor monitor)
            throws IOException {
        CallRecords.Builder calls = new CallRecords.Builder();
        RowCount count = add(text, head, columns, Optional.empty(), names, calls, -1, monitor);
        return new CsvCalls(calls.build(), count);
    }

    /// Adds the calls of a table to others.
    ///
    /// @param order of dates such as 03/04/2024; empty if it is not known
    /// @param length of the text in characters, at most; -1 if that is not known
    static RowCount add(Reader text, Head head, CsvColumns columns, Optional<DateOrder> order, UserNames names,
            CallRecords.Builder calls, long length, RunMonitor monitor) throws IOException {
        try (CsvRows rows = new CsvRows(text, head.delimiter(), head.names().size())) {
            if (head.isWritten()) {
                rows.next();
            }
            RowCalls read = new RowCalls(head, columns, order, names, calls);
            while (rows.next()) {
                read.add(rows);
                if (read.count() % BETWEEN_CHECKS == 0) {
                    monitor.progress(new Progress(STAGE, Math.min(length, rows.read()), length));
                    monitor.throwIfCancelled();
                }
            }
            return read.sum();
        }
    }
}
