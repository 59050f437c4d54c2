package org.sipsleuth.view.dialogs.ladder.sheet;

/// How far below the first row's place each row is: rows are alike, with room before some of them.
public final class RowTops {

    private final int count;
    private final double[] before; // room before a row and all rows above it; may be empty

    private RowTops(int count, double[] before) {
        this.count = count;
        this.before = before;
    }

    /// Rows without room between them.
    static RowTops even(int count) {
        return new RowTops(count, new double[0]);
    }

    /// @param room in pixels before each row, and behind the last
    static RowTops spaced(double[] room) {
        double[] sums = room.clone();
        for (int row = 1; row < sums.length; row++) {
            sums[row] += sums[row - 1];
        }
        return new RowTops(room.length - 1, sums);
    }

    int count() {
        return count;
    }

    /// The top of a row; of the row after the last, where that would be.
    public double of(int row) {
        return row * LadderGeometry.ROW + sum(row);
    }

    /// The room before a row.
    public double roomBefore(int row) {
        return sum(row) - (row == 0 ? 0 : sum(row - 1));
    }

    /// How high all rows are.
    double height() {
        return of(count);
    }

    /// The row that ends below this depth, its room before it included; the number of rows if none
    /// does.
    int at(double depth) {
        if (before.length == 0) {
            return Math.clamp((long) Math.floor(depth / LadderGeometry.ROW), 0, count);
        }
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (of(middle) + LadderGeometry.ROW <= depth) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double sum(int row) {
        return before.length == 0 || row < 0 ? 0 : before[row];
    }
}
