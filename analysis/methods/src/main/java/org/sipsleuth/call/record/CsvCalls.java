package org.sipsleuth.call.record;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sipsleuth.run.RunMonitor;

/// Call records read from a table of comma-, semicolon- or tab-separated values (RFC 4180) with a
/// head. Rows that say no caller, callee or time are counted and left out.
///
/// @param records the calls
/// @param rows how many rows the table has, without its head
/// @param wrong the first lines of the table that could not be read, each with the reason
/// @param wrongCount how many those are
/// @param leftOut how many rows have a caller or a callee who is no user
public record CsvCalls(
        CallRecords records, long rows, List<String> wrong, long wrongCount, long leftOut) {

    /// So many characters of one row are read; more is no table.
    private static final int LONGEST_ROW = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LONGEST_LOOK = 1 << 16;
    private static final int MOST_SHOWN = 20;
    private static final int BETWEEN_CHECKS = 1 << 12;
    private static final Set<String> YES = Set.of("yes", "true", "answered", "answer", "1", "ok");
    private static final int OK = 200;
    private static final int REDIRECTED = 300;

    /// Takes a copy.
    public CsvCalls {
        wrong = List.copyOf(wrong);
    }

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
    /// @param start the first characters of the table
    public static Head head(String start) throws IOException {
        String bare = start.startsWith(BYTE_ORDER_MARK) ? start.substring(1) : start;
        int end = bare.indexOf('\n');
        String line = (end < 0 ? bare : bare.substring(0, end)).strip();
        if (line.length() > LONGEST_LOOK) {
            throw new IOException("The first line is longer than any head of a table.");
        }
        char delimiter = ',';
        for (char each : new char[] {';', '\t'}) {
            if (count(line, each) > count(line, delimiter)) {
                delimiter = each;
            }
        }
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        try (CSVParser parser = CSVParser.parse(line, format)) {
            List<String> names = new ArrayList<>();
            for (CSVRecord record : parser) {
                record.forEach(names::add);
            }
            return new Head(names, delimiter);
        } catch (UncheckedIOException wrong) {
            throw wrong.getCause();
        }
    }

    private static long count(String line, char sign) {
        return line.chars().filter(each -> each == sign).count();
    }

    /// Reads a table.
    ///
    /// @param text the table with its head
    /// @param columns which of its columns say what
    /// @param names who is a user
    /// @throws IOException if it cannot be read, or is no table
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static CsvCalls read(
            Reader text, Head head, CsvColumns columns, UserNames names, RunMonitor monitor)
            throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(head.delimiter())
                        .setIgnoreEmptyLines(true)
                        .get();
        try (RowReader bounded = new RowReader(text);
                CSVParser parser = CSVParser.parse(bounded, format)) {
            Rows rows = new Rows(head.names(), columns, names);
            Iterator<CSVRecord> records = parser.iterator();
            boolean isHead = true;
            while (records.hasNext()) {
                bounded.begin();
                CSVRecord record = records.next();
                if (!isHead) {
                    rows.add(record);
                }
                isHead = false;
                if (rows.count % BETWEEN_CHECKS == 0) {
                    monitor.throwIfCancelled();
                }
            }
            return rows.result();
        } catch (UncheckedIOException wrong) {
            throw wrong.getCause();
        }
    }

    /// Refuses rows that are too long.
    private static final class RowReader extends FilterReader {
        private long count;
        private long begun;

        RowReader(Reader text) {
            super(text);
        }

        void begin() {
            begun = count;
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            if (count - begun > LONGEST_ROW) {
                throw new IOException("A row is longer than a million characters.");
            }
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }
    }

    /// Turns rows into calls.
    private static final class Rows {
        private final CallRecords.Builder calls = new CallRecords.Builder();
        private final List<String> wrong = new ArrayList<>();
        private final UserNames names;
        private final int caller;
        private final int callee;
        private final int start;
        private final int duration;
        private final int answered;
        private final WrittenTimes times = new WrittenTimes();
        private long count;
        private long wrongCount;
        private long leftOut;

        Rows(List<String> head, CsvColumns columns, UserNames names) {
            this.names = names;
            caller = head.indexOf(columns.caller());
            callee = head.indexOf(columns.callee());
            start = head.indexOf(columns.start());
            duration = columns.duration().map(head::indexOf).orElse(-1);
            answered = columns.answered().map(head::indexOf).orElse(-1);
            if (caller < 0 || callee < 0 || start < 0) {
                throw new IllegalArgumentException("a column that the table lacks");
            }
        }

        void add(CSVRecord row) {
            count++;
            if (row.size() <= Math.max(Math.max(caller, callee), start)) {
                refuse(row, "too few columns");
                return;
            }
            Optional<Long> at = times.nanos(row.get(start));
            if (at.isEmpty()) {
                refuse(row, "no time that can be read");
                return;
            }
            String from = names.of(row.get(caller));
            String to = names.of(row.get(callee));
            if (from.isEmpty() || to.isEmpty()) {
                leftOut++;
                return;
            }
            double seconds = seconds(cell(row, duration));
            calls.add(
                    from,
                    to,
                    at.get(),
                    isAnswered(cell(row, answered), seconds),
                    Math.round(seconds * 1_000),
                    (int) Math.min(Integer.MAX_VALUE, row.getRecordNumber()));
        }

        private static String cell(CSVRecord row, int column) {
            return column >= 0 && column < row.size() ? row.get(column).strip() : "";
        }

        private boolean isAnswered(String word, double seconds) {
            if (word.isEmpty()) {
                return answered < 0 && seconds > 0;
            }
            try {
                int status = Integer.parseInt(word);
                return status == 1 || (status >= OK && status < REDIRECTED);
            } catch (NumberFormatException aWord) {
                return YES.contains(word.toLowerCase(Locale.ROOT));
            }
        }

        private static double seconds(String word) {
            try {
                double seconds = word.isEmpty() ? 0 : Double.parseDouble(word);
                return seconds > 0 && seconds < Integer.MAX_VALUE ? seconds : 0;
            } catch (NumberFormatException none) {
                return 0;
            }
        }

        private void refuse(CSVRecord row, String reason) {
            wrongCount++;
            if (wrong.size() < MOST_SHOWN) {
                wrong.add("Line " + row.getRecordNumber() + ": " + reason + ".");
            }
        }

        CsvCalls result() {
            return new CsvCalls(calls.build(), count, wrong, wrongCount, leftOut);
        }
    }
}
