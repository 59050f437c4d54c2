package org.sipsleuth.view.ngram.heat;

import java.util.ArrayList;
import java.util.List;

/// Where rows lie: below each other, with a gap between clusters. Immutable.
final class HeatLayout {

    /// How high a row is, in pixels.
    static final double ROW = 13;

    /// The gap between two clusters.
    static final double GAP = 7;

    private final int count;
    private final List<Group> groups;

    /// Adjacent rows of one cluster.
    ///
    /// @param cluster its number, -1 for none
    /// @param from its first row
    /// @param to behind its last row
    record Group(int cluster, int from, int to) {}

    private HeatLayout(int count, List<Group> groups) {
        this.count = count;
        this.groups = List.copyOf(groups);
    }

    /// The layout of these rows.
    static HeatLayout of(HeatRows rows) {
        List<Group> groups = new ArrayList<>();
        int from = 0;
        for (int row = 1; row <= rows.count(); row++) {
            if (row == rows.count() || rows.cluster(row) != rows.cluster(from)) {
                groups.add(new Group(rows.cluster(from), from, row));
                from = row;
            }
        }
        return new HeatLayout(rows.count(), groups);
    }

    /// How high all rows are.
    double height() {
        return count * ROW + Math.max(0, groups.size() - 1) * GAP;
    }

    /// Where a row begins.
    double top(int row) {
        return row * ROW + groupOf(row) * GAP;
    }

    /// The row at a height, or -1 between clusters and outside.
    int rowAt(double y) {
        int row = firstBelow(y);
        return row < count && y >= top(row) && y < top(row) + ROW ? row : -1;
    }

    /// The first row that ends below a height.
    int firstBelow(double y) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (top(middle) + ROW > y) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// The groups of rows from one height to another.
    List<Group> between(double top, double bottom) {
        int first = firstBelow(top);
        if (first >= count) {
            return List.of();
        }
        int group = groupOf(first);
        int end = group;
        while (end < groups.size() && top(groups.get(end).from()) < bottom) {
            end++;
        }
        return groups.subList(group, end);
    }

    private int groupOf(int row) {
        int low = 0;
        int high = groups.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (groups.get(middle).from() <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
