package org.sipsleuth.call.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sipsleuth.capture.file.RegularFile;
import org.sipsleuth.run.RunMonitor;

/// A file with a table of calls, before it is known which column says what: its head and first
/// rows. Bytes that are no UTF-8 are read as U+FFFD. Immutable.
///
/// @param head the names of its columns
/// @param first its first rows, [#SHOWN] at most, as they are written
public record CallTable(Path file, CsvCalls.Head head, List<List<String>> first) {

    /// So many rows are shown.
    public static final int SHOWN = 8;

    private static final int LOOK = 1 << 16;

    /// Takes a copy.
    public CallTable {
        first = first.stream().map(List::copyOf).toList();
    }

    /// Looks into a file.
    ///
    /// @throws IOException if it cannot be read, or its first line is no head of a table
    public static CallTable of(Path file) throws IOException {
        char[] start = new char[LOOK];
        int length = 0;
        try (Reader in = reader(file)) {
            int read;
            while (length < LOOK && (read = in.read(start, length, LOOK - length)) > 0) {
                length += read;
            }
        }
        String text = new String(start, 0, length);
        CsvCalls.Head head = CsvCalls.head(text);
        if (head.names().size() < 3) {
            throw new IOException("The first line has fewer than three columns.");
        }
        return new CallTable(file, head, first(text, head));
    }

    private static List<List<String>> first(String text, CsvCalls.Head head) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        int end = text.length() < LOOK ? text.length() : text.lastIndexOf('\n') + 1;
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(head.delimiter())
                        .setIgnoreEmptyLines(true)
                        .get();
        try (CSVParser parser = CSVParser.parse(text.substring(0, end), format)) {
            for (CSVRecord record : parser) {
                if (record.getRecordNumber() > 1) {
                    rows.add(List.of(record.values()));
                }
                if (rows.size() == SHOWN) {
                    break;
                }
            }
        } catch (UncheckedIOException wrong) {
            throw wrong.getCause();
        }
        return rows;
    }

    /// Reads the calls.
    ///
    /// @param columns which columns say what
    /// @throws IOException if it cannot be read, or is no table
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public CsvCalls read(CsvColumns columns, UserNames names, RunMonitor monitor)
            throws IOException {
        try (Reader in = reader(file)) {
            return CsvCalls.read(in, head, columns, names, monitor);
        }
    }

    private static Reader reader(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(RegularFile.open(file), StandardCharsets.UTF_8));
    }
}
