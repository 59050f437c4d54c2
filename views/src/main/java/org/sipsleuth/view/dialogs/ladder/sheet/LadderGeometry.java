package org.sipsleuth.view.dialogs.ladder.sheet;

import org.sipsleuth.dialog.ladder.layer.LadderStyle;
import org.sipsleuth.report.ladder.part.LadderSizes;

/// Where things are on the canvas of a ladder. On the left the times and what reaches over several
/// rows, on top the heads; both stay while lanes and rows move under them.
///
/// @param size of the canvas
/// @param lanes positions of the lifelines
/// @param rows where messages are, with the band that is kept free below one of them
/// @param scrollX how far the lanes are moved to the left, in pixels
/// @param scrollY how far the rows are moved up
public record LadderGeometry(Size size, LaneWidths lanes, Rows rows, double scrollX, double scrollY) {

    /// The height of the heads.
    public static final double HEAD = LadderSizes.HEAD;

    /// The height of a row: a label and an arrow below it.
    public static final double ROW = LadderSizes.ROW;

    /// A lane is at least as wide, unless the user wants it narrower.
    public static final double NARROWEST_LANE = LadderStyle.USUAL;

    /// A narrower canvas shows times with fewer digits, to leave room for the lanes.
    public static final double COMPACT_BELOW = 520;

    /// The arrow's place in its row, from the row's top.
    public static final double ARROW = LadderSizes.ARROW;

    /// The height of a message that may come next.
    public static final double LIKELY_ROW = 20;

    /// The height of a stream.
    public static final double MEDIA_ROW = LadderSizes.STREAM;

    /// The width of the states of a dialog.
    public static final double BAND = LadderSizes.BAND;

    /// The width of a column of brackets.
    public static final double BRACKET = LadderSizes.BRACKET;

    /// The width beside the two.
    public static final double SPAN_MARGIN = 6;

    /// The height of the legend.
    public static final double LEGEND = 24;

    /// The canvas in pixels.
    ///
    /// @param spans the width of what reaches over several rows
    /// @param foot the height of what is below the rows
    public record Size(double width, double height, double spans, double foot) {

        /// Whether times are shown with fewer digits.
        public boolean isCompact() {
            return width < COMPACT_BELOW;
        }

        /// The width of all that is left of the lanes.
        public double gutter() {
            return (isCompact() ? 160 : 210) + spans;
        }

        /// How much of the lanes is in view.
        public double lanesSeen() {
            return Math.max(0, width - gutter());
        }

        /// How much of the rows is in view.
        public double rowsSeen() {
            return Math.max(0, height - HEAD - foot);
        }
    }

    /// The rows of messages.
    ///
    /// @param tops where they are
    /// @param current below which of them a band is kept free
    /// @param likely for how many messages that may come next there is room in the band
    public record Rows(RowTops tops, int current, int likely) {

        /// Without room between them.
        public Rows(int count, int current, int likely) {
            this(RowTops.even(count), current, likely);
        }

        public int count() {
            return tops.count();
        }

        /// The height of the band.
        public double band() {
            return current < 0 ? 0 : likely * LIKELY_ROW;
        }

        /// The top of a row, from where the first would be.
        public double top(int row) {
            return tops.of(row) + (row > current ? band() : 0);
        }

        /// How high all of them are; half a row stays free below the last.
        public double height() {
            return tops.height() + ROW / 2 + band();
        }

        /// The row that ends below this depth; in the band the row above it.
        public int at(double depth) {
            double bandStart = current < 0 ? 0 : tops.of(current) + ROW;
            if (band() == 0 || depth < bandStart) {
                return tops.at(depth);
            }
            return depth < bandStart + band() ? current : tops.at(depth - band());
        }
    }

    /// Of a sheet. Which lanes are narrow depends on the rows in view.
    public static LadderGeometry of(LadderSheet sheet, Size size, Rows rows, double scrollX, double scrollY) {
        LadderGeometry bare = new LadderGeometry(size, LaneWidths.even(0, 0, NARROWEST_LANE), rows, scrollX, scrollY);
        LaneWidths lanes = sheet.lanes(size, bare.firstRow(), bare.endRow(), rows.current());
        return new LadderGeometry(size, lanes, rows, scrollX, scrollY);
    }

    /// With lanes alike and rows without room between them.
    public LadderGeometry(double width, double height, int lanes, Rows rows, double scrollX, double scrollY) {
        this(new Size(width, height, 0, 0),
                LaneWidths.even(lanes, new Size(width, height, 0, 0).lanesSeen(), NARROWEST_LANE), rows, scrollX,
                scrollY);
    }

    public double width() {
        return size.width();
    }

    public double height() {
        return size.height();
    }

    /// Whether times are shown with fewer digits.
    public boolean isCompact() {
        return size.isCompact();
    }

    /// The width of all that is left of the lanes.
    public double gutter() {
        return size.gutter();
    }

    /// The right edge of the column of times.
    public double timeRight() {
        return isCompact() ? 90 : 112;
    }

    /// The right edge of the column of time differences.
    public double deltaRight() {
        return isCompact() ? 154 : 200;
    }

    public double laneWidth(int lane) {
        return lanes.width(lane);
    }

    /// How much of the lanes is in view.
    public double lanesSeen() {
        return size.lanesSeen();
    }

    /// How far the lanes can be moved.
    public double mostScrollX() {
        return Math.max(0, lanes.total() - lanesSeen());
    }

    /// How far the rows can be moved.
    public double mostScrollY() {
        return Math.max(0, rows.height() - size.rowsSeen());
    }

    /// The middle of a lane.
    public double laneX(int lane) {
        return gutter() + lanes.middle(lane) - scrollX;
    }

    /// The top of a row.
    public double rowTop(int row) {
        return HEAD + rows.top(row) - scrollY;
    }

    /// The top of the band.
    public double bandTop() {
        return rowTop(rows.current()) + ROW;
    }

    /// The first row in view, or whose room is.
    public int firstRow() {
        return Math.clamp(rows.at(scrollY), 0, Math.max(0, rows.count() - 1));
    }

    /// The row after the last one in view.
    public int endRow() {
        double below = scrollY + size.rowsSeen();
        int last = rows.at(below);
        boolean isSeen = last < rows.count() && rows.top(last) - room(last) < below;
        return Math.clamp(isSeen ? last + 1L : last, 0, rows.count());
    }

    private double room(int row) {
        return rows.tops().roomBefore(row);
    }

    /// The row at this height, or -1.
    public int rowAt(double y) {
        if (y < HEAD || y > size.height() - size.foot()) {
            return -1;
        }
        int row = rows.at(y - HEAD + scrollY);
        boolean isIn = row < rows.count() && y >= rowTop(row) && y < rowTop(row) + ROW;
        return isIn ? row : -1;
    }

    /// The place of the stream at this height among those of a sheet, or -1.
    public int streamAt(LadderSheet sheet, double y) {
        if (y < HEAD || y > size.height() - size.foot()) {
            return -1;
        }
        int row = rows.at(y - HEAD + scrollY);
        int count = sheet.mediaBefore(row, row + 1).size();
        double first = rowTop(row) - count * MEDIA_ROW;
        boolean isIn = y >= first && y < rowTop(row);
        return isIn ? sheet.firstStream(row) + (int) ((y - first) / MEDIA_ROW) : -1;
    }

    /// The top of a stream of a sheet.
    ///
    /// @param stream its place
    public double streamTop(LadderSheet sheet, int stream) {
        int row = sheet.layers().media().get(stream).row();
        int after = sheet.mediaBefore(row, row + 1).size() - (stream - sheet.firstStream(row));
        return rowTop(row) - after * MEDIA_ROW;
    }

    /// How far to move the rows so that a stream is in view, moving as little as can be.
    public double scrollToShow(LadderSheet sheet, int stream) {
        double top = streamTop(sheet, stream) - HEAD + scrollY;
        double below = top + 2 * MEDIA_ROW - size.rowsSeen();
        return Math.clamp(Math.max(Math.min(scrollY, top - MEDIA_ROW), below), 0, mostScrollY());
    }

    /// The lane whose head is at this point, or -1.
    public int headAt(double x, double y) {
        return y > HEAD || x < gutter() ? -1 : lanes.at(x - gutter() + scrollX);
    }

    /// Before which lane something goes that is dropped here; their number means behind the last.
    public int gapAt(double x) {
        int lane = lanes.at(Math.clamp(x - gutter() + scrollX, 0, Math.max(0, lanes.total() - 1)));
        return lane < 0 ? 0 : x > laneX(lane) ? lane + 1 : lane;
    }

    /// Where a lane begins.
    public double laneLeft(int lane) {
        return gutter() - scrollX + (lane < lanes.count() ? lanes.left(lane) : lanes.total());
    }

    /// How far to move the rows so that this one is in view with its neighbours, moving as little
    /// as can be.
    public double scrollToShow(int row) {
        double above = row == 0 ? 0 : rows.top(row - 1);
        double band = row >= rows.current() ? rows.band() : 0;
        double below = rows.tops().of(row) + 2 * ROW + band - size.rowsSeen();
        double wanted = Math.max(Math.min(scrollY, above), below);
        return Math.clamp(wanted, 0, mostScrollY());
    }

    /// How far to move the lanes so that these two are in view, moving as little as can be; of
    /// lanes too far apart the first.
    public double scrollToShow(int lane, int other) {
        double seen = lanesSeen();
        double left = lanes.left(Math.min(lane, other));
        int last = Math.max(lane, other);
        double right = lanes.left(last) + lanes.width(last);
        double wanted = Math.max(scrollX, right - seen);
        double start = right - left > seen ? lanes.left(lane) : left;
        return Math.clamp(Math.min(wanted, start), 0, mostScrollX());
    }

    /// How many rows a page has.
    public int page() {
        return Math.max(1, (int) (size.rowsSeen() / ROW) - 1);
    }
}
