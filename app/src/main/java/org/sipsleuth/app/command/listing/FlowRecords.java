package org.sipsleuth.app.command.listing;

import java.util.List;
import java.util.stream.Stream;
import org.sipsleuth.app.command.output.Column;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;

/// The records of a ladder of several dialogs: those of [LadderRecords], and the Call-ID.
public final class FlowRecords implements Listing {

    private final SipIndex index;
    private final Ladder ladder;
    private final LadderRecords records;

    public FlowRecords(SipIndex index, Ladder ladder) {
        this.index = index;
        this.ladder = ladder;
        records = new LadderRecords(index, ladder);
    }

    @Override
    public List<Column> columns() {
        return Stream.concat(records.columns().stream(), Stream.of(Column.text("call_id")))
                .toList();
    }

    @Override
    public int size() {
        return records.size();
    }

    @Override
    public String[] row(int row) {
        int dialog = index.messages().dialog(ladder.message(row));
        return Stream.concat(Stream.of(records.row(row)), Stream.of(index.dialogs().callId(dialog)))
                .toArray(String[]::new);
    }
}
