package org.sipsleuth.call.record;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Call records read from a table of comma-, semicolon- or tab-separated values (RFC 4180) with a
/// head. Rows that say no caller, callee or time, or a duration that cannot be one, are counted and
/// left out.
///
/// @param records the calls
/// @param count how many rows there are, and which could not be read
public record CsvCalls(CallRecords records, RowCount count) {

    private static final int MOST_COLUMNS = 1_000;
    private static final int MOST_SHOWN = 3;
    private static final int BETWEEN_CHECKS = 1 << 12;
    private static final String STAGE = "Reading";
    private static final Set<String> YES = Set.of("yes", "true", "answered", "answer", "1", "ok");
    private static final int OK = 200;
    private static final int REDIRECTED = 300;

    /// The names of the columns of a table, and the sign between them.
    ///
    /// @param names in order
    public record Head(List<String> names, char delimiter) {

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
                throw new IOException(
                        rows.hasNul()
                                ? "The first line holds NUL characters: this is not text, or it is"
                                        + " UTF-16 without a byte order mark."
                                : "The first line is not the head of a table: "
                                        + rows.fault()
                                        + ".");
            }
            if (rows.size() > MOST_COLUMNS) {
                throw new IOException(
                        String.format(
                                Locale.ROOT,
                                "The first line has %,d columns; tables of call records have %,d"
                                        + " at most.",
                                rows.size(),
                                MOST_COLUMNS));
            }
            List<String> names = new ArrayList<>();
            for (int i = 0; isThere && i < rows.size(); i++) {
                names.add(rows.cell(i));
            }
            return new Head(names, delimiter);
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
    public static CsvCalls read(
            Reader text, Head head, CsvColumns columns, UserNames names, RunMonitor monitor)
            throws IOException {
        CallRecords.Builder calls = new CallRecords.Builder();
        RowCount count = add(text, head, columns, names, calls, -1, monitor);
        return new CsvCalls(calls.build(), count);
    }

    /// Adds the calls of a table to others.
    ///
    /// @param length of the text in characters, at most; -1 if that is not known
    static RowCount add(
            Reader text,
            Head head,
            CsvColumns columns,
            UserNames names,
            CallRecords.Builder calls,
            long length,
            RunMonitor monitor)
            throws IOException {
        try (CsvRows rows = new CsvRows(text, head.delimiter(), head.names().size())) {
            rows.next();
            Calls read = new Calls(columns, names, calls);
            while (rows.next()) {
                read.add(rows);
                if (read.count % BETWEEN_CHECKS == 0) {
                    monitor.progress(new Progress(STAGE, Math.min(length, rows.read()), length));
                    monitor.throwIfCancelled();
                }
            }
            return new RowCount(read.count, read.wrong, read.wrongCount, read.leftOut);
        }
    }

    /// Turns rows into calls.
    private static final class Calls {
        private final CallRecords.Builder calls;
        private final List<String> wrong = new ArrayList<>();
        private final CellUsers users;
        private final CsvColumns columns;
        private final int fewestCells;
        private final WrittenTimes times = new WrittenTimes();
        private final CsvRows.Cell cell = new CsvRows.Cell();
        private long count;
        private long wrongCount;
        private long leftOut;

        Calls(CsvColumns columns, UserNames names, CallRecords.Builder calls) {
            this.calls = calls;
            this.columns = columns;
            users = new CellUsers(names, calls);
            fewestCells =
                    1 + Math.max(Math.max(columns.caller(), columns.callee()), columns.start());
        }

        void add(CsvRows row) {
            count++;
            if (!row.fault().isEmpty()) {
                refuse(row, row.fault());
                return;
            }
            if (row.size() < fewestCells) {
                refuse(row, "too few columns");
                return;
            }
            row.cell(columns.start(), cell);
            OptionalLong at = times.nanos(cell);
            if (at.isEmpty()) {
                refuse(
                        row,
                        cell.isEmpty()
                                ? "no start"
                                : "start \"%s\" cannot be read as a time"
                                        .formatted(ShortText.of(cell)));
                return;
            }
            show(row, columns.duration());
            WrittenDurations.Read talk = WrittenDurations.of(cell);
            if (!talk.fault().isEmpty()) {
                refuse(row, "duration \"%s\" %s".formatted(ShortText.of(cell), talk.fault()));
                return;
            }
            show(row, columns.answered());
            boolean isAnswered = isAnswered(talk.millis());
            row.cell(columns.caller(), cell);
            int caller = users.number(cell);
            row.cell(columns.callee(), cell);
            int callee = users.number(cell);
            if (caller < 0 || callee < 0) {
                leftOut++;
                return;
            }
            calls.add(
                    caller,
                    callee,
                    at.getAsLong(),
                    isAnswered,
                    talk.millis(),
                    (int) Math.min(Integer.MAX_VALUE, row.line()));
        }

        private void show(CsvRows row, OptionalInt column) {
            if (column.isPresent() && column.getAsInt() < row.size()) {
                row.cell(column.getAsInt(), cell);
            } else {
                cell.clear();
            }
        }

        private boolean isAnswered(long talkMillis) {
            if (cell.isEmpty()) {
                return columns.answered().isEmpty() && talkMillis > 0;
            }
            String word = cell.toString();
            if (!Character.isDigit(word.charAt(0))) {
                return YES.contains(word.toLowerCase(Locale.ROOT));
            }
            try {
                int status = Integer.parseInt(word);
                return status == 1 || (status >= OK && status < REDIRECTED);
            } catch (NumberFormatException aWord) {
                return false;
            }
        }

        private void refuse(CsvRows row, String reason) {
            wrongCount++;
            if (wrong.size() < MOST_SHOWN) {
                wrong.add("Line " + row.line() + ": " + reason + ".");
            }
        }
    }
}
