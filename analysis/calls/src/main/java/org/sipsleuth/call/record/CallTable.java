package org.sipsleuth.call.record;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.run.RunMonitor;

/// A file with a table of calls, before it is known which column says what: its head and first
/// rows. Immutable.
public final class CallTable {

    /// So many rows are shown.
    public static final int SHOWN = 8;

    private static final int LOOK = 1 << 18;
    private static final int BETWEEN_CHECKS = 1 << 12;

    private final TableText text;
    private final CsvCalls.Head head;
    private final List<List<String>> first;
    private final Optional<DateOrder> order;

    private CallTable(TableText text, CsvCalls.Head head, List<List<String>> first, Optional<DateOrder> order) {
        this.text = text;
        this.head = head;
        this.first = first;
        this.order = order;
    }

    /// Looks into a file.
    ///
    /// @param charset the character set that the user named; empty if none
    /// @throws UndecodableTableException if the user has to name a character set
    /// @throws IOException if it cannot be read, or its first line is no head of a table
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static CallTable of(Path file, Optional<Charset> charset, RunMonitor monitor) throws IOException {
        TableText text = TableText.of(file, charset, monitor);
        String start = start(text);
        CsvCalls.Head head = CsvCalls.head(start);
        if (head.names().size() < 3) {
            throw new IOException("the first line has fewer than three columns");
        }
        return new CallTable(text, head, first(start, head), Optional.empty());
    }

    /// The same table, of which it is known what stands first in its dates.
    public CallTable with(DateOrder dates) {
        return new CallTable(text, head, first, Optional.of(dates));
    }

    private static String start(TableText text) throws IOException {
        char[] start = new char[LOOK];
        int length = 0;
        try (Reader in = text.reader()) {
            int read;
            while (length < LOOK && (read = in.read(start, length, LOOK - length)) > 0) {
                length += read;
            }
        }
        return new String(start, 0, length);
    }

    private static List<List<String>> first(String start, CsvCalls.Head head) throws IOException {
        List<List<String>> shown = new ArrayList<>();
        try (CsvRows rows = new CsvRows(new StringReader(start), head.delimiter(), head.names().size())) {
            if (head.isWritten()) {
                rows.next();
            }
            while (shown.size() < SHOWN && rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < rows.size(); i++) {
                    cells.add(rows.cell(i));
                }
                if (rows.fault().isEmpty()) {
                    shown.add(List.copyOf(cells));
                }
            }
        }
        return List.copyOf(shown);
    }

    /// The file.
    public Path file() {
        return text.file();
    }

    /// The character set in which it is read.
    public Charset charset() {
        return text.charset();
    }

    /// Which character set was chosen in its stead, and why; empty where it is UTF-8, or stated.
    public Optional<String> note() {
        return text.note();
    }

    /// The names of its columns, and the sign between them.
    public CsvCalls.Head head() {
        return head;
    }

    /// Which of its columns may say what.
    public ColumnChoice columns() {
        return ColumnChoice.of(head.names());
    }

    /// Its first rows, [#SHOWN] at most, as they are written.
    public List<List<String>> first() {
        return first;
    }

    /// About how large it is, before it is read.
    ///
    /// @throws IOException if it cannot be read
    public TableSize size(CsvColumns columns) throws IOException {
        return TableSize.of(text, head, columns);
    }

    /// Reads the calls.
    ///
    /// @param columns which columns say what
    /// @throws AmbiguousDatesException if the user has to say what stands first in dates
    /// @throws IOException if it cannot be read
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public CsvCalls read(CsvColumns columns, UserNames names, RunMonitor monitor) throws IOException {
        CallRecords.Builder calls = new CallRecords.Builder();
        RowCount count = addTo(calls, columns, names, monitor);
        return new CsvCalls(calls.build(), count);
    }

    /// Adds the calls to others, with their lines as origins.
    ///
    /// @throws AmbiguousDatesException if the user has to say what stands first in dates
    /// @throws IOException if it cannot be read
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public RowCount addTo(CallRecords.Builder calls, CsvColumns columns, UserNames names, RunMonitor monitor)
            throws IOException {
        Optional<DateOrder> dates = order.isPresent() ? order : order(columns, monitor);
        return CsvCalls.add(text.reader(), head, columns, dates, names, calls, Files.size(text.file()), monitor);
    }

    /// What stands first in the dates of the table, by those that have only one meaning; empty if
    /// its first rows have no such dates. Reads the table to its end.
    private Optional<DateOrder> order(CsvColumns columns, RunMonitor monitor) throws IOException {
        int place = columns.start();
        Optional<String> example = first.stream()
                .filter(row -> place < row.size())
                .map(row -> row.get(place).strip())
                .filter(cell -> !WrittenTimes.orders(cell).isEmpty())
                .findFirst();
        if (example.isEmpty()) {
            return Optional.empty();
        }
        Set<DateOrder> evidence = EnumSet.noneOf(DateOrder.class);
        try (CsvRows rows = new CsvRows(text.reader(), head.delimiter(), head.names().size())) {
            CsvRows.Cell cell = new CsvRows.Cell();
            for (long count = 1; evidence.size() < 2 && rows.next(); count++) {
                if (place < rows.size()) {
                    rows.cell(place, cell);
                    Set<DateOrder> orders = WrittenTimes.orders(cell);
                    if (orders.size() == 1) {
                        evidence.addAll(orders);
                    }
                }
                if (count % BETWEEN_CHECKS == 0) {
                    monitor.throwIfCancelled();
                }
            }
        }
        if (evidence.size() == 1) {
            return Optional.of(evidence.iterator().next());
        }
        throw new AmbiguousDatesException(
                "what stands first in its dates, such as \"%s\", is not known: the day or the month"
                        .formatted(ShortText.of(example.get())));
    }
}
