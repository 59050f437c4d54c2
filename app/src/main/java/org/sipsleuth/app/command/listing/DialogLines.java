package org.sipsleuth.app.command.listing;

import org.sipsleuth.app.command.output.Column;
import org.sipsleuth.app.command.output.Style;
import org.sipsleuth.dialog.DialogState;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.output.HumanText;

import java.util.List;

/// A line per dialog, for people.
public final class DialogLines implements Listing {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.whole("start (UTC)"),
                    Column.whole("duration").ranked(3),
                    Column.number("msgs").ranked(5),
                    Column.number("retr").ranked(6),
                    Column.whole("state").styled(DialogLines::style),
                    Column.whole("final").ranked(4).styled(Style::ofMessage),
                    Column.text("caller"),
                    Column.text("callee"),
                    Column.text("Call-ID"),
                    Column.text("sequence").ranked(1));

    private final DialogTable dialogs;
    private final Captured captured;

    public DialogLines(SipIndex index) {
        dialogs = index.dialogs();
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
        int digits = captured.digits(dialogs.firstMessage(dialog));
        return new String[] {
            HumanText.moment(dialogs.startNanos(dialog), digits),
            HumanText.duration(dialogs.durationNanos(dialog)),
            Integer.toString(dialogs.messageCount(dialog)),
            dialogs.retransmissionCount(dialog) == 0
                    ? ""
                    : Integer.toString(dialogs.retransmissionCount(dialog)),
            dialogs.state(dialog).text(),
            dialogs.finalStatus(dialog) == 0 ? "" : Integer.toString(dialogs.finalStatus(dialog)),
            dialogs.caller(dialog),
            dialogs.callee(dialog),
            dialogs.callId(dialog),
            dialogs.sequenceText(dialog)
        };
    }

    private static Style style(String text) {
        for (DialogState state : DialogState.values()) {
            if (state.text().equals(text)) {
                return switch (state) {
                    case COMPLETED, IN_CALL, SUCCEEDED -> Style.GREEN;
                    case FAILED, REJECTED, REFUSED -> Style.RED;
                    case BUSY, CANCELLED, CHALLENGED, UNANSWERED -> Style.YELLOW;
                    case REDIRECTED -> Style.CYAN;
                    case TRYING, RINGING, PENDING, PARTIAL -> Style.PLAIN;
                };
            }
        }
        return Style.PLAIN;
    }
}
