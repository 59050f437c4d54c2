package org.sipsleuth.view.dialogs.ladder;

import java.util.List;
import org.sipsleuth.dialog.Ladder;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.fx.MessageClass;
import org.sipsleuth.view.fx.Texts;
import org.sipsleuth.view.fx.UtcTime;
import org.sipsleuth.view.message.VisibleText;

/// What the ladder tells in each of its rows.
///
/// @param index where the messages are
/// @param ladder who sends what to whom
record LadderRows(SipIndex index, Ladder ladder) {

    /// A label is one line; longer ones are cut off before they are measured.
    private static final int LONGEST_LABEL = 200;

    private static final int DELTA_DIGITS = 6;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long LONG_DELTA = 1_000 * NANOS_PER_SECOND;

    int size() {
        return ladder.size();
    }

    List<Ladder.Lifeline> lifelines() {
        return ladder.lifelines();
    }

    int source(int row) {
        return ladder.source(row);
    }

    int destination(int row) {
        return ladder.destination(row);
    }

    /// The row of this message, or -1. Messages stand in rising order.
    int rowOf(int message) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = ladder.message(middle);
            if (found == message) {
                return middle;
            }
            if (found < message) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    MessageClass messageClass(int row) {
        return MessageClass.of(messages().type(ladder.message(row)));
    }

    boolean isRequest(int row) {
        return messages().isRequest(ladder.message(row));
    }

    boolean isRetransmission(int row) {
        return messages().isRetransmission(ladder.message(row));
    }

    boolean isDefective(int row) {
        return messages().isDefective(ladder.message(row));
    }

    /// What the arrow says, with the signs of a retransmission and of a defect.
    String label(int row) {
        String label = VisibleText.ofValue(ladder.label(row), LONGEST_LABEL);
        String repeated = isRetransmission(row) ? "↻ " + label : label;
        return isDefective(row) ? repeated + "  ⚠" : repeated;
    }

    /// `14:03:21.512345`
    String time(int row) {
        return UtcTime.preciseClock(nanos(row));
    }

    /// The time since the row before: `+0.001204`; empty in the first row.
    String delta(int row) {
        if (row == 0) {
            return "";
        }
        long delta = nanosSince(row);
        String sign = delta < 0 ? "" : "+";
        return sign + UtcTime.seconds(delta, delta > LONG_DELTA ? 3 : DELTA_DIGITS);
    }

    /// The time since the row before in ns; 0 in the first row.
    long nanosSince(int row) {
        return row == 0 ? 0 : nanos(row) - nanos(row - 1);
    }

    /// Everything about a row in words.
    String details(int row) {
        int message = ladder.message(row);
        MessageTable table = messages();
        StringBuilder words = new StringBuilder();
        words.append(
                Texts.text(
                        "dialogs.ladder.details",
                        VisibleText.ofValue(ladder.label(row), LONGEST_LABEL),
                        table.endpoint(table.source(message)),
                        table.endpoint(table.destination(message)),
                        Integer.toString(table.frame(message)),
                        UtcTime.full(table.capturedAtNanos(message))));
        if (isRetransmission(row)) {
            words.append('\n').append(Texts.text("dialogs.ladder.repeated"));
        }
        if (isDefective(row)) {
            words.append('\n').append(Texts.text("dialogs.ladder.defective"));
        }
        return words.toString();
    }

    private long nanos(int row) {
        return messages().capturedAtNanos(ladder.message(row));
    }

    private MessageTable messages() {
        return index.messages();
    }
}
