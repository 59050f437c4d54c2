package org.sipsleuth.app.command.listing;

import java.util.List;
import org.sipsleuth.app.command.output.Column;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;

/// A record per dialog, for other programs. The names of its columns are a contract.
public final class DialogRecords implements Listing {

    /// The columns.
    public static final List<Column> COLUMNS =
            List.of(
                    Column.text("call_id"),
                    Column.number("first_frame"),
                    Column.number("start"),
                    Column.number("duration"),
                    Column.number("messages"),
                    Column.number("retransmissions"),
                    Column.text("sequence"),
                    Column.text("state"),
                    Column.number("final_status"),
                    Column.text("caller"),
                    Column.text("callee"),
                    Column.text("src_ip"),
                    Column.text("dst_ip"),
                    Column.text("user_agent"),
                    Column.text("codecs"));

    private final DialogTable dialogs;
    private final MessageTable messages;
    private final Captured captured;

    public DialogRecords(SipIndex index) {
        dialogs = index.dialogs();
        messages = index.messages();
        captured = new Captured(index);
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public int size() {
        return dialogs.size();
    }

    @Override
    public String[] row(int dialog) {
        int first = dialogs.firstMessage(dialog);
        return new String[] {
            dialogs.callId(dialog),
            Integer.toString(messages.frame(first)),
            captured.time(first),
            captured.seconds(dialogs.durationNanos(dialog)),
            Integer.toString(dialogs.messageCount(dialog)),
            Integer.toString(dialogs.retransmissionCount(dialog)),
            dialogs.sequenceText(dialog),
            dialogs.state(dialog).text(),
            dialogs.finalStatus(dialog) == 0 ? "" : Integer.toString(dialogs.finalStatus(dialog)),
            dialogs.caller(dialog),
            dialogs.callee(dialog),
            messages.endpoint(messages.source(first)).host(),
            messages.endpoint(messages.destination(first)).host(),
            dialogs.userAgent(dialog),
            dialogs.codecs(dialog)
        };
    }
}
