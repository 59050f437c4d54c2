package org.sipsleuth.app.command.listing;

import java.util.List;
import org.sipsleuth.app.command.output.Column;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;

/// A record per row of a ladder, for other programs. The names of its columns are a contract.
public final class LadderRecords implements Listing {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.number("frame"),
                    Column.number("time"),
                    Column.number("delta"),
                    Column.text("src"),
                    Column.text("dst"),
                    Column.text("label"),
                    Column.bool("retransmission"));

    private final Ladder ladder;
    private final MessageTable messages;
    private final Captured captured;

    public LadderRecords(SipIndex index, Ladder ladder) {
        this.ladder = ladder;
        messages = index.messages();
        captured = new Captured(index);
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public int size() {
        return ladder.size();
    }

    @Override
    public String[] row(int row) {
        int message = ladder.message(row);
        return new String[] {
            Integer.toString(messages.frame(message)),
            captured.time(message),
            captured.seconds(deltaNanos(row)),
            messages.endpoint(messages.source(message)).toString(),
            messages.endpoint(messages.destination(message)).toString(),
            ladder.label(row),
            Boolean.toString(messages.isRetransmission(message))
        };
    }

    private long deltaNanos(int row) {
        if (row == 0) {
            return 0;
        }
        return messages.capturedAtNanos(ladder.message(row))
                - messages.capturedAtNanos(ladder.message(row - 1));
    }
}
