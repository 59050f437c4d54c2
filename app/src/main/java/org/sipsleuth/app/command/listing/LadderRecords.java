package org.sipsleuth.app.command.listing;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;

/// A record per row of a ladder, for other programs. The names of its columns are a contract.
public final class LadderRecords implements Listing {

    private static final List<Column> COLUMNS =
            List.of(Column.number("frame"), Column.time("time"), Column.number("delta"), Column.text("src"),
                    Column.text("dst"), Column.text("label"), Column.bool("retransmission"));

    private final boolean namesDialogs;
    private final SipIndex index;
    private final Ladder ladder;
    private final MessageTable messages;
    private final Captured captured;

    /// The rows of one dialog.
    public static LadderRecords ofDialog(SipIndex index, Ladder ladder) {
        return new LadderRecords(index, ladder, false);
    }

    /// The rows of several dialogs, each with its Call-ID.
    public static LadderRecords ofDialogs(SipIndex index, Ladder ladder) {
        return new LadderRecords(index, ladder, true);
    }

    private LadderRecords(SipIndex index, Ladder ladder, boolean namesDialogs) {
        this.namesDialogs = namesDialogs;
        this.index = index;
        this.ladder = ladder;
        messages = index.messages();
        captured = new Captured(index);
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(COLUMNS);
        if (namesDialogs) {
            columns.add(Column.text("call_id"));
        }
        columns.add(Column.text("file"));
        columns.add(Column.number("log_byte"));
        return columns;
    }

    @Override
    public int size() {
        return ladder.size();
    }

    @Override
    public String[] row(int row) {
        int message = ladder.message(row);
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(messages.frame(message)));
        cells.add(captured.time(message));
        cells.add(captured.seconds(deltaNanos(row)));
        cells.add(messages.endpoint(messages.source(message)).toString());
        cells.add(messages.endpoint(messages.destination(message)).toString());
        cells.add(ladder.label(row));
        cells.add(Boolean.toString(messages.isRetransmission(message)));
        if (namesDialogs) {
            cells.add(index.dialogs().callId(messages.dialog(message)));
        }
        cells.add(captured.file(message));
        cells.add(captured.logByte(message));
        return cells.toArray(String[]::new);
    }

    private long deltaNanos(int row) {
        if (row == 0) {
            return 0;
        }
        return messages.capturedAtNanos(ladder.message(row)) - messages.capturedAtNanos(ladder.message(row - 1));
    }
}
