package org.sipsleuth.app.command.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.ContainedRows;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.run.FaultSink;

/// The dialogs of calls that were found in several investigations, with the number of the call. Their
/// rows are made when they are added, so that one investigation is held at a time.
public final class FoundDialogs implements Listing {

    private static final Column CALL = Column.number("call");

    private final boolean isText;
    private final List<Column> columns;
    private final List<String[]> rows = new ArrayList<>();
    private final FaultSink faults;
    private int calls;

    private FoundDialogs(boolean isText, List<Column> columns, FaultSink faults) {
        this.isText = isText;
        this.faults = faults;
        this.columns = List.copyOf(columns);
    }

    /// None yet, for people or for other programs.
    ///
    /// @param faults takes those of single cells and rows
    public static FoundDialogs none(boolean isText, FaultSink faults) {
        return new FoundDialogs(isText,
                isText ? Stream.concat(Stream.of(CALL), DialogLines.COLUMNS.stream()).toList()
                        : Stream.concat(DialogRecords.COLUMNS.stream(),
                                Stream.of(CALL, Column.time("from"), Column.time("to"), Column.text("file"))).toList(),
                faults);
    }

    /// Adds the dialogs of a call, which gets the next number.
    public void add(SipIndex index, List<Integer> dialogs) {
        calls++;
        ContainedRows all = new ContainedRows(isText ? new DialogLines(index) : new DialogRecords(index), faults);
        Captured captured = new Captured(index);
        for (int dialog : dialogs) {
            Stream<String> call = Stream.of(Integer.toString(calls));
            Stream<String> cells = Stream.of(all.row(dialog));
            rows.add((isText ? Stream.concat(call, cells)
                    : Stream.of(cells, call, places(index, captured, dialog)).flatMap(each -> each))
                    .toArray(String[]::new));
        }
    }

    private static Stream<String> places(SipIndex index, Captured captured, int dialog) {
        int[] messages = index.messagesOf(dialog);
        return Stream.of(captured.time(messages[0]), captured.time(messages[messages.length - 1]),
                captured.file(messages[0]));
    }

    /// How many calls were added.
    public int calls() {
        return calls;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public String[] row(int row) {
        return rows.get(row);
    }
}
