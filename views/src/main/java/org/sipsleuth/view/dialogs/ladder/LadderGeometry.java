package org.sipsleuth.view.dialogs.ladder;

/// Where things are on the canvas of a ladder. On the left the times, on top the heads; both stay
/// while lanes and rows move under them.
///
/// @param width the canvas's width in pixels
/// @param height its height
/// @param lanes how many lifelines there are
/// @param rows how many messages there are
/// @param scrollX how far the lanes are moved to the left, in pixels
/// @param scrollY how far the rows are moved up
record LadderGeometry(
        double width, double height, int lanes, int rows, double scrollX, double scrollY) {

    /// The height of the heads.
    static final double HEAD = 46;

    /// The height of a row: a label and an arrow below it.
    static final double ROW = 30;

    /// The width of the times.
    static final double GUTTER = 210;

    /// The right edges of both columns of times.
    static final double TIME_RIGHT = 112;

    static final double DELTA_RIGHT = 200;

    /// A lane is never narrower: a label must have room.
    static final double NARROWEST_LANE = 130;

    /// The arrow's place in its row, from the row's top.
    static final double ARROW = 21;

    double laneWidth() {
        return lanes == 0
                ? NARROWEST_LANE
                : Math.max(NARROWEST_LANE, Math.max(0, width - GUTTER) / lanes);
    }

    /// How wide all lanes are together.
    double lanesWidth() {
        return laneWidth() * lanes;
    }

    /// How far the lanes can be moved.
    double mostScrollX() {
        return Math.max(0, lanesWidth() - Math.max(0, width - GUTTER));
    }

    /// How far the rows can be moved; half a row stays free below the last.
    double mostScrollY() {
        return Math.max(0, (rows + 0.5) * ROW - Math.max(0, height - HEAD));
    }

    /// The middle of a lane.
    double laneX(int lane) {
        return GUTTER + (lane + 0.5) * laneWidth() - scrollX;
    }

    /// The top of a row.
    double rowTop(int row) {
        return HEAD + row * ROW - scrollY;
    }

    /// The first row in sight.
    int firstRow() {
        return Math.clamp((long) (scrollY / ROW), 0, Math.max(0, rows - 1));
    }

    /// The row after the last one in sight.
    int endRow() {
        double below = scrollY + Math.max(0, height - HEAD);
        return Math.clamp((long) Math.ceil(below / ROW), 0, rows);
    }

    /// The row at this height, or -1.
    int rowAt(double y) {
        if (y < HEAD) {
            return -1;
        }
        long row = (long) Math.floor((y - HEAD + scrollY) / ROW);
        return row >= 0 && row < rows ? (int) row : -1;
    }

    /// The lane whose head is at this point, or -1.
    int headAt(double x, double y) {
        if (y > HEAD || x < GUTTER) {
            return -1;
        }
        long lane = (long) Math.floor((x - GUTTER + scrollX) / laneWidth());
        return lane >= 0 && lane < lanes ? (int) lane : -1;
    }

    /// How far to move the rows so that this one is in sight with its neighbours, moving as little
    /// as can be.
    double scrollToShow(int row) {
        double above = (row - 1) * ROW;
        double below = (row + 2) * ROW - Math.max(0, height - HEAD);
        double wanted = Math.max(Math.min(scrollY, above), below);
        return Math.clamp(wanted, 0, mostScrollY());
    }

    /// How far to move the lanes so that these two are in sight, moving as little as can be; of
    /// lanes too far apart the first.
    double scrollToShow(int lane, int other) {
        double seen = Math.max(0, width - GUTTER);
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
