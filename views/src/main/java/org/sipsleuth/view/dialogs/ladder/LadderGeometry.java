package org.sipsleuth.view.dialogs.ladder;

/// Where things are on the canvas of a ladder. On the left the times, on top the heads; both stay
/// while lanes and rows move under them.
///
/// @param width the canvas's width in pixels
/// @param height its height
/// @param lanes how many lifelines there are
/// @param rows the messages, and the band that is kept free below one of them
/// @param scrollX how far the lanes are moved to the left, in pixels
/// @param scrollY how far the rows are moved up
record LadderGeometry(
        double width, double height, int lanes, Rows rows, double scrollX, double scrollY) {

    /// The height of the heads.
    static final double HEAD = 46;

    /// The height of a row: a label and an arrow below it.
    static final double ROW = 30;

    /// A lane is never narrower: a host's name and a short label must have room.
    static final double NARROWEST_LANE = 90;

    /// A canvas less wide than this tells times in fewer digits, to leave room for the lanes.
    static final double COMPACT_BELOW = 520;

    /// The arrow's place in its row, from the row's top.
    static final double ARROW = 21;

    /// The height of a message that may come next.
    static final double LIKELY_ROW = 20;

    /// The rows of messages.
    ///
    /// @param count how many there are
    /// @param current below which of them a band is kept free
    /// @param likely for how many messages that may come next there is room in the band
    record Rows(int count, int current, int likely) {

        /// The height of the band.
        double band() {
            return current < 0 ? 0 : likely * LIKELY_ROW;
        }
    }

    /// Without a band.
    LadderGeometry(
            double width, double height, int lanes, int rows, double scrollX, double scrollY) {
        this(width, height, lanes, new Rows(rows, -1, 0), scrollX, scrollY);
    }

    /// Whether times are told in fewer digits.
    boolean isCompact() {
        return width < COMPACT_BELOW;
    }

    /// The width of the times.
    double gutter() {
        return isCompact() ? 160 : 210;
    }

    /// The right edge of the column of times.
    double timeRight() {
        return isCompact() ? 90 : 112;
    }

    /// The right edge of the column of time differences.
    double deltaRight() {
        return isCompact() ? 154 : 200;
    }

    double laneWidth() {
        return lanes == 0 ? NARROWEST_LANE : Math.max(NARROWEST_LANE, lanesSeen() / lanes);
    }

    /// How much of the lanes is in sight.
    double lanesSeen() {
        return Math.max(0, width - gutter());
    }

    /// How wide all lanes are together.
    double lanesWidth() {
        return laneWidth() * lanes;
    }

    /// How far the lanes can be moved.
    double mostScrollX() {
        return Math.max(0, lanesWidth() - lanesSeen());
    }

    /// How far the rows can be moved; half a row stays free below the last.
    double mostScrollY() {
        double all = (rows.count() + 0.5) * ROW + rows.band();
        return Math.max(0, all - Math.max(0, height - HEAD));
    }

    /// The middle of a lane.
    double laneX(int lane) {
        return gutter() + (lane + 0.5) * laneWidth() - scrollX;
    }

    /// The top of a row.
    double rowTop(int row) {
        return HEAD + row * ROW - scrollY + (row > rows.current() ? rows.band() : 0);
    }

    /// The top of the band.
    double bandTop() {
        return rowTop(rows.current()) + ROW;
    }

    /// The row at a distance from the top of the first; in the band the row above it.
    private long rowAtDepth(double depth) {
        double bandStart = (rows.current() + 1) * ROW;
        if (rows.band() == 0 || depth < bandStart) {
            return (long) Math.floor(depth / ROW);
        }
        return depth < bandStart + rows.band()
                ? rows.current()
                : (long) Math.floor((depth - rows.band()) / ROW);
    }

    /// The first row in sight.
    int firstRow() {
        return Math.clamp(rowAtDepth(scrollY), 0, Math.max(0, rows.count() - 1));
    }

    /// The row after the last one in sight.
    int endRow() {
        double below = scrollY + Math.max(0, height - HEAD);
        long last = rowAtDepth(below);
        boolean isWhole = rows.band() == 0 && below == last * ROW;
        return Math.clamp(isWhole ? last : last + 1, 0, rows.count());
    }

    /// The row at this height, or -1.
    int rowAt(double y) {
        if (y < HEAD) {
            return -1;
        }
        long row = rowAtDepth(y - HEAD + scrollY);
        boolean isInBand = row == rows.current() && rows.band() > 0 && y >= bandTop();
        return row >= 0 && row < rows.count() && !isInBand ? (int) row : -1;
    }

    /// The lane whose head is at this point, or -1.
    int headAt(double x, double y) {
        if (y > HEAD || x < gutter()) {
            return -1;
        }
        long lane = (long) Math.floor((x - gutter() + scrollX) / laneWidth());
        return lane >= 0 && lane < lanes ? (int) lane : -1;
    }

    /// How far to move the rows so that this one is in sight with its neighbours, moving as little
    /// as can be.
    double scrollToShow(int row) {
        double above = (row - 1) * ROW + (row - 1 > rows.current() ? rows.band() : 0);
        double band = row + 1 >= rows.current() + 1 ? rows.band() : 0;
        double below = (row + 2) * ROW + band - Math.max(0, height - HEAD);
        double wanted = Math.max(Math.min(scrollY, above), below);
        return Math.clamp(wanted, 0, mostScrollY());
    }

    /// How far to move the lanes so that these two are in sight, moving as little as can be; of
    /// lanes too far apart the first.
    double scrollToShow(int lane, int other) {
        double seen = lanesSeen();
        double left = Math.min(lane, other) * laneWidth();
        double right = (Math.max(lane, other) + 1) * laneWidth();
        double wanted = Math.max(scrollX, right - seen);
        double start = right - left > seen ? lane * laneWidth() : left;
        return Math.clamp(Math.min(wanted, start), 0, mostScrollX());
    }

    /// How many rows a page has.
    int page() {
        return Math.max(1, (int) (Math.max(0, height - HEAD) / ROW) - 1);
    }
}
