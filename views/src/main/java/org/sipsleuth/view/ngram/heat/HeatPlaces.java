package org.sipsleuth.view.ngram.heat;

/// Where the parts of a heat map lie, in pixels. Immutable.
///
/// @param width of all of it
/// @param height of all of it
/// @param zoom what a column is
/// @param columns how many columns there are
/// @param first the first column in view
record HeatPlaces(double width, double height, HeatZoom zoom, int columns, int first) {

    static final double BAND = 12;
    static final double BAND_WIDTH = 5;
    static final double FRAME_RIGHT = 106;
    static final double LEFT = 116;
    static final double TOP = 36;
    static final double FOOT = 62;
    static final double MISSING_WIDTH = 12;
    static final double SCORE_WIDTH = 84;

    /// Between plot, missing, score and scroll bar.
    static final double SPACE = 16;

    /// A column is never wider than this.
    private static final double MOST_COLUMN = 48;

    double plotWidth() {
        return Math.max(0, missingLeft() - SPACE - LEFT);
    }

    double plotHeight() {
        return Math.max(0, height - TOP - FOOT);
    }

    double bottom() {
        return TOP + plotHeight();
    }

    double missingLeft() {
        return scoreLeft() - SPACE - MISSING_WIDTH;
    }

    double scoreLeft() {
        return width - SPACE - SCORE_WIDTH;
    }

    /// How wide a column is.
    double column() {
        return Math.clamp(Math.floor(2 * plotWidth() / Math.max(1, columns)) / 2, zoom.leastWidth(), MOST_COLUMN);
    }

    /// How many columns have room.
    int room() {
        return (int) Math.max(1, Math.floor(plotWidth() / column()));
    }

    /// Behind the last column in view.
    int end() {
        return Math.min(columns, first + room());
    }

    /// Where a column begins.
    double x(int column) {
        return LEFT + (column - first) * column();
    }

    /// The column at a place, or -1.
    int columnAt(double x) {
        int at = first + (int) Math.floor((x - LEFT) / column());
        return x >= LEFT && at < end() ? at : -1;
    }
}
