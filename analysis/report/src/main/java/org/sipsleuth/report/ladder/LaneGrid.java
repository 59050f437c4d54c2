package org.sipsleuth.report.ladder;

import java.util.Arrays;

/// The positions of the lifelines.
final class LaneGrid {

    private final int[] lanes;
    private final double left;
    private final double laneWidth;

    /// @param lanes those that are drawn, in rising order
    /// @param left where the first lane begins
    LaneGrid(int[] lanes, double left, double laneWidth) {
        this.lanes = lanes.clone();
        this.left = left;
        this.laneWidth = laneWidth;
    }

    /// All of so many lifelines.
    static LaneGrid all(int count, double left, double laneWidth) {
        int[] lanes = new int[count];
        Arrays.setAll(lanes, lane -> lane);
        return new LaneGrid(lanes, left, laneWidth);
    }

    /// How many are drawn.
    int size() {
        return lanes.length;
    }

    /// The lifeline in this place.
    int lane(int place) {
        return lanes[place];
    }

    /// The middle of a lifeline, which must be one of those drawn.
    double x(int lane) {
        return left + (Arrays.binarySearch(lanes, lane) + 0.5) * laneWidth;
    }

    double left() {
        return left;
    }

    double laneWidth() {
        return laneWidth;
    }

    double right() {
        return left + laneWidth * lanes.length;
    }
}
