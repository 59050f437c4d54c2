package org.sipsleuth.view.dialogs.ladder.sheet;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.layer.LadderLayers;
import org.sipsleuth.dialog.ladder.layer.LadderStyle;
import org.sipsleuth.dialog.ladder.layer.Overlay;
import org.sipsleuth.dialog.ladder.layer.RowGroups;
import org.sipsleuth.dialog.ladder.layer.RowSpans;
import org.sipsleuth.dialog.ladder.layer.TimeSpacing;

/// A ladder as it is drawn: its rows, what reaches over them, their colours and the room between
/// them. Immutable; made off the JavaFX thread where it is large.
public final class LadderSheet {

    private final LadderRows rows;
    private final LadderLayers layers;
    private final RowTops tops;

    /// @param rows what is in it
    /// @param style how it is wanted
    public LadderSheet(LadderRows rows, LadderStyle style) {
        this.rows = rows;
        layers = new LadderLayers(rows.ladder(), style);
        tops = makeTops(rows, layers);
    }

    private LadderSheet(LadderRows rows, LadderLayers layers, RowTops tops) {
        this.rows = rows;
        this.layers = layers;
        this.tops = tops;
    }

    private static RowTops makeTops(LadderRows rows, LadderLayers layers) {
        TimeSpacing spacing = layers.spacing();
        if (spacing == null && layers.media().isEmpty()) {
            return RowTops.even(rows.size());
        }
        double[] room = new double[rows.size() + 1];
        for (int row = 0; spacing != null && row < rows.size(); row++) {
            room[row] = Math.floor(spacing.roomBefore(row) * LadderGeometry.ROW);
        }
        for (Ladder.PlacedMedia one : layers.media()) {
            room[one.row()] += LadderGeometry.MEDIA_ROW;
        }
        return RowTops.spaced(room);
    }

    /// The same with rows of another snapshot that says the same of them.
    public LadderSheet withRows(LadderRows same) {
        return new LadderSheet(same, style());
    }

    /// The same rows drawn in another way. Only what changes is made again.
    public LadderSheet with(LadderStyle other) {
        LadderLayers now = layers.with(other);
        boolean hasSameRoom = now.spacing() == layers.spacing() && now.media().equals(layers.media());
        return new LadderSheet(rows, now, hasSameRoom ? tops : makeTops(rows, now));
    }

    public LadderRows rows() {
        return rows;
    }

    /// What is drawn over and between the rows.
    public LadderLayers layers() {
        return layers;
    }

    public LadderStyle style() {
        return layers.style();
    }

    /// What is coloured alike, or null if classes of messages are.
    public @Nullable RowGroups groups() {
        return layers.groups();
    }

    public RowSpans transactions() {
        return layers.transactions();
    }

    public RowSpans states() {
        return layers.states();
    }

    public @Nullable TimeSpacing spacing() {
        return layers.spacing();
    }

    /// Where the rows are.
    public RowTops tops() {
        return tops;
    }

    /// The width of what reaches over several rows.
    public double spansWidth() {
        double all = states().columns() * LadderGeometry.BAND + transactions().columns() * LadderGeometry.BRACKET;
        return all == 0 ? 0 : all + LadderGeometry.SPAN_MARGIN;
    }

    /// The height of the legend below the rows.
    public double footHeight() {
        return groups() == null ? 0 : LadderGeometry.LEGEND;
    }

    /// Where lanes are while these rows are in view.
    ///
    /// @param current the current row, or -1
    public LaneWidths lanes(LadderGeometry.Size size, int first, int end, int current) {
        int count = rows.lifelines().size();
        if (!style().has(Overlay.FOCUS) || count * style().leastLane() <= size.lanesSeen()) {
            return LaneWidths.even(count, size.lanesSeen(), style().leastLane());
        }
        BitSet used = new BitSet();
        for (int row = first; row < end; row++) {
            use(used, row);
        }
        if (current >= 0) {
            use(used, current);
        }
        for (Ladder.PlacedMedia one : mediaBefore(first, end + 1)) {
            used.set(one.source());
            used.set(one.destination());
        }
        return LaneWidths.focused(count, used, size.lanesSeen(), style().leastLane());
    }

    /// The streams that are drawn before these rows.
    ///
    /// @param end the row after the last one
    public List<Ladder.PlacedMedia> mediaBefore(int from, int end) {
        return style().has(Overlay.MEDIA) ? rows.mediaBefore(from, end) : List.of();
    }

    /// The place of the first stream that is drawn before this row or one below it.
    public int firstStream(int row) {
        return layers.media().isEmpty() ? 0 : rows.firstStream(row);
    }

    private void use(BitSet used, int row) {
        used.set(rows.source(row));
        used.set(rows.destination(row));
    }
}
