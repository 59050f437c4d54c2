package org.sipsleuth.app.command.listing;

import java.util.List;
import java.util.Locale;
import org.sipsleuth.compare.DialogComparison;
import org.sipsleuth.compare.DialogRow;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.report.rows.Column;

/// A record per row of two dialogs side by side. The names of its columns are a contract.
public final class DialogComparisonRecords extends ListedRows<DialogRow> {

    private static final List<Column> COLUMNS = List.of(Column.text("difference"), Column.bool("other_way"),
            Column.bool("other_pause"), Column.number("left_frame"), Column.text("left_type"), Column.text("left_src"),
            Column.text("left_dst"), Column.number("left_delta"), Column.number("right_frame"),
            Column.text("right_type"), Column.text("right_src"), Column.text("right_dst"), Column.number("right_delta"),
            Column.text("left_file"), Column.text("right_file"));

    private final MessageTable messages;
    private final Captured captured;

    public DialogComparisonRecords(DialogComparison comparison) {
        super(COLUMNS, comparison.rows());
        messages = comparison.index().messages();
        captured = new Captured(comparison.index());
    }

    @Override
    protected String[] cells(DialogRow row) {
        String[] cells = new String[COLUMNS.size()];
        cells[0] = row.kind().name().toLowerCase(Locale.ROOT);
        cells[1] = Boolean.toString(row.is(DialogRow.Mark.OTHER_WAY));
        cells[2] = Boolean.toString(row.is(DialogRow.Mark.OTHER_PAUSE));
        side(cells, 3, row.left(), row.leftPauseNanos());
        side(cells, 8, row.right(), row.rightPauseNanos());
        cells[13] = row.left() < 0 ? "" : captured.file(row.left());
        cells[14] = row.right() < 0 ? "" : captured.file(row.right());
        return cells;
    }

    private void side(String[] cells, int from, int message, long pauseNanos) {
        boolean isThere = message >= 0;
        cells[from] = isThere ? Integer.toString(messages.frame(message)) : "";
        cells[from + 1] = isThere ? messages.typeName(messages.type(message)) : "";
        cells[from + 2] = isThere ? messages.endpoint(messages.source(message)).toString() : "";
        cells[from + 3] = isThere ? messages.endpoint(messages.destination(message)).toString() : "";
        cells[from + 4] = isThere ? captured.seconds(pauseNanos) : "";
    }
}
