package org.sipsleuth.app.command.listing;

import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.Style;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;

/// A line per dialog, for people.
public final class DialogLines implements Listing {

    static final List<Column> COLUMNS = List.of(Column.whole("start (UTC)"), Column.whole("duration").ranked(3),
            Column.number("msgs").ranked(5), Column.number("retr").ranked(6),
            Column.whole("outcome").styled(DialogLines::style), Column.text("caller"), Column.text("callee"),
            Column.text("Call-ID"), Column.text("sequence").ranked(1));

    private final DialogTable dialogs;
    private final Captured captured;
    private final FieldReader fields;

    public DialogLines(SipIndex index) {
        dialogs = index.dialogs();
        captured = new Captured(index);
        fields = new FieldReader(index);
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
        return IntStream.range(0, COLUMNS.size()).mapToObj(column -> cell(dialog, column)).toArray(String[]::new);
    }

    @Override
    public String cell(int dialog, int column) {
        return switch (column) {
            case 0 -> HumanText.moment(dialogs.startNanos(dialog), captured.digits(dialogs.firstMessage(dialog)));
            case 1 -> dialogs.isTimed(dialog) ? HumanText.duration(dialogs.durationNanos(dialog)) : "–";
            case 2 -> Integer.toString(dialogs.messageCount(dialog));
            case 3 -> dialogs.retransmissionCount(dialog) == 0 ? ""
                    : Integer.toString(dialogs.retransmissionCount(dialog));
            case 4 -> fields.outcomeWithCause(dialog);
            case 5 -> dialogs.caller(dialog);
            case 6 -> dialogs.callee(dialog);
            case 7 -> dialogs.callId(dialog);
            case 8 -> dialogs.sequenceText(dialog);
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    private static Style style(String text) {
        for (Outcome outcome : Outcome.values()) {
            if (text.equals(outcome.text()) || text.startsWith(outcome.text() + ":")
                    || text.startsWith(outcome.text() + FieldReader.AND)) {
                return switch (outcome) {
                    case COMPLETED, ESTABLISHED, SUCCEEDED -> Style.GREEN;
                    case DROPPED, FAILED -> Style.RED;
                    case REFUSED, CANCELLED, EARLY_DIALOG_ENDED -> Style.YELLOW;
                    case REDIRECTED, CONTINUED -> Style.CYAN;
                    case SETTING_UP, RINGING, PENDING, PARTIAL -> Style.PLAIN;
                };
            }
        }
        return Style.PLAIN;
    }
}
