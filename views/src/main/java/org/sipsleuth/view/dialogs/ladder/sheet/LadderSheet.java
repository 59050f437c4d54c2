package org.sipsleuth.view.dialogs.ladder.sheet;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.ladder.ColourBy;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.RowGroups;
import org.sipsleuth.dialog.ladder.RowSpans;
import org.sipsleuth.dialog.ladder.StateSpans;
import org.sipsleuth.dialog.ladder.TimeSpacing;
import org.sipsleuth.dialog.ladder.TransactionSpans;

/// A ladder as it is drawn: its rows, what reaches over them, their colours and the room between
/// them. Immutable; made off the JavaFX thread where it is large.
public final class LadderSheet {

    private final LadderRows rows;
    private final LadderLook look;
    private final @Nullable RowGroups groups;
    private final RowSpans transactions;
    private final RowSpans states;
    private final @Nullable TimeSpacing spacing;
    private final RowTops tops;

    /// @param rows what stands in it
    /// @param look how it is wanted
    public LadderSheet(LadderRows rows, LadderLook look) {
        this.rows = rows;
        this.look = look;
        Ladder ladder = rows.ladder();
        groups =
                look.colour() == ColourBy.MESSAGE_CLASS
                        ? null
                        : RowGroups.of(ladder, look.colour());
        transactions =
                look.has(Overlay.TRANSACTIONS) ? TransactionSpans.of(ladder) : RowSpans.none();
        states = look.has(Overlay.STATES) ? StateSpans.of(ladder) : RowSpans.none();
        spacing = look.has(Overlay.TIME) ? TimeSpacing.of(ladder) : null;
        tops = makeTops();
    }

    private RowTops makeTops() {
        boolean hasMedia = look.has(Overlay.MEDIA) && !rows.ladder().media().isEmpty();
        if (spacing == null && !hasMedia) {
            return RowTops.even(rows.size());
        }
        double[] room = new double[rows.size() + 1];
        for (int row = 0; spacing != null && row < rows.size(); row++) {
            room[row] = Math.floor(spacing.roomBefore(row) * LadderGeometry.ROW);
        }
        for (Ladder.PlacedMedia one : rows.ladder().media()) {
            room[one.row()] += hasMedia ? LadderGeometry.MEDIA_ROW : 0;
        }
        return RowTops.spaced(room);
    }

    /// The same with rows of another snapshot that says the same of them.
    public LadderSheet withRows(LadderRows same) {
        return new LadderSheet(same, look);
    }

    public LadderRows rows() {
        return rows;
    }

    public LadderLook look() {
        return look;
    }

    /// What is coloured alike, or null if classes of messages are.
    public @Nullable RowGroups groups() {
        return groups;
    }

    public RowSpans transactions() {
        return transactions;
    }

    public RowSpans states() {
        return states;
    }

    public @Nullable TimeSpacing spacing() {
        return spacing;
    }

    /// Where the rows are.
    public RowTops tops() {
        return tops;
    }

    /// The width of what reaches over several rows.
    public double spansWidth() {
        double all =
                states.columns() * LadderGeometry.BAND
                        + transactions.columns() * LadderGeometry.BRACKET;
        return all == 0 ? 0 : all + LadderGeometry.SPAN_MARGIN;
    }

    /// The height of the legend below the rows.
    public double footHeight() {
        return groups == null ? 0 : LadderGeometry.LEGEND;
    }

    /// Where lanes stand while these rows are in sight.
    ///
    /// @param current the current row, or -1
    public LaneWidths lanes(LadderGeometry.Size size, int first, int end, int current) {
        int count = rows.lifelines().size();
        if (!look.has(Overlay.FOCUS) || count * look.leastLane() <= size.lanesSeen()) {
            return LaneWidths.even(count, size.lanesSeen(), look.leastLane());
        }
        BitSet used = new BitSet();
        for (int row = first; row < end; row++) {
            use(used, row);
        }
        if (current >= 0) {
            use(used, current);
        }
        for (Ladder.PlacedMedia one : rows.mediaBefore(first, end + 1)) {
            used.set(one.source());
            used.set(one.destination());
        }
        return LaneWidths.focused(count, used, size.lanesSeen(), look.leastLane());
    }

    private void use(BitSet used, int row) {
        used.set(rows.source(row));
        used.set(rows.destination(row));
    }
}
