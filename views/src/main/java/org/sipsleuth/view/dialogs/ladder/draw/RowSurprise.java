package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.Map;
import java.util.TreeMap;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.session.page.MessageSurprise;
import org.sipsleuth.view.ui.Texts;

/// How usual the messages of the rows are to the model in use, and from which of them a dialog
/// departs. Immutable.
///
/// @param bits by row; empty where only the departing rows are marked
/// @param departing the rows from which a dialog departs, each with what departs there
public record RowSurprise(Map<Integer, Double> bits, Map<Integer, String> departing) {

    /// Nothing is known.
    public static final RowSurprise NONE = new RowSurprise(Map.of(), Map.of());

    private static final double BARS = 70;
    private static final double SIGN = 16;

    /// Takes copies.
    public RowSurprise {
        bits = Map.copyOf(bits);
        departing = Map.copyOf(departing);
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
        Map<Integer, String> departing = new TreeMap<>();
        new TreeMap<>(surprise.departing()).forEach((message, words) -> {
            int row = row(rows, message);
            if (row >= 0) {
                departing.merge(row, words, (one, other) -> one + "\n" + other);
            }
        });
        return new RowSurprise(byRow, departing);
    }

    private static int row(LadderRows rows, int message) {
        return message < 0 ? -1 : rows.rowOf(message);
    }

    /// The width of the column that has it; 0 without one.
    public double width() {
        return !bits.isEmpty() ? BARS : !departing.isEmpty() ? SIGN : 0;
    }

    /// A row in words; may be empty.
    public String words(int row) {
        Double known = bits.get(row);
        String measured = known == null ? "" : "\n" + Texts.text("dialogs.ladder.surprise", known);
        String departs = departing.get(row);
        return departs == null ? measured : measured + "\n" + Texts.text("dialogs.ladder.departs", departs);
    }
}
