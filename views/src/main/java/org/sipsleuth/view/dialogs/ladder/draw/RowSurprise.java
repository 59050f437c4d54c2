package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.Map;
import java.util.TreeMap;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.session.page.MessageSurprise;
import org.sipsleuth.view.ui.Texts;

/// How usual the messages of the rows are to the model in use, and with which of them a dialog
/// becomes unknown. Immutable.
///
/// @param bits by row; empty where only the departing row is marked
/// @param departing the row with which a dialog becomes unknown, or -1
/// @param words what departs there
public record RowSurprise(Map<Integer, Double> bits, int departing, String words) {

    /// Nothing is known.
    public static final RowSurprise NONE = new RowSurprise(Map.of(), -1, "");

    private static final double BARS = 70;
    private static final double SIGN = 16;

    /// Takes a copy.
    public RowSurprise {
        bits = Map.copyOf(bits);
    }

    /// Those of a ladder; of a row that counts several messages, the most anomalous.
    public static RowSurprise of(LadderRows rows, MessageSurprise surprise) {
        Map<Integer, Double> byRow = new TreeMap<>();
        surprise.bits().forEach((message, bits) -> {
            int row = row(rows, message);
            if (row >= 0) {
                byRow.merge(row, bits, Math::max);
            }
        });
        return new RowSurprise(byRow, row(rows, surprise.departing()), surprise.words());
    }

    private static int row(LadderRows rows, int message) {
        return message < 0 ? -1 : rows.rowOf(message);
    }

    /// The width of the column that has it; 0 without one.
    public double width() {
        return !bits.isEmpty() ? BARS : departing >= 0 ? SIGN : 0;
    }

    /// A row in words; may be empty.
    public String words(int row) {
        Double known = bits.get(row);
        String measured = known == null ? "" : "\n" + Texts.text("dialogs.ladder.surprise", known);
        return row == departing ? measured + "\n" + Texts.text("dialogs.ladder.departs", words) : measured;
    }
}
