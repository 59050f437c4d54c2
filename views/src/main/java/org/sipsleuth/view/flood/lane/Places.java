package org.sipsleuth.view.flood.lane;

/// Where the lanes stand in a picture of this size, in pixels. What is low on room loses height in
/// the rate first.
///
/// @param width of the picture
/// @param height of the picture
/// @param hasTruth whether there is a lane of the truth
record Places(double width, double height, boolean hasTruth) {

    /// Beside the lanes: names on the left, values at the cursor on the right.
    static final double LEFT = 150;

    static final double RIGHT = 120;

    static final double HEAD = 32;
    static final double AXIS = 20;
    private static final double VERDICT = 20;
    private static final double LOW_VERDICT = 16;
    private static final double LOW = 400;
    static final double GAP = 6;
    private static final double LOWEST_HALF_OPEN = 34;
    private static final double HIGHEST_HALF_OPEN = 64;
    private static final double SHARE_OF_HALF_OPEN = 0.2;

    /// How many verdict lanes there are: overdue INVITEs, four networks and the rate.
    static final int VERDICTS = 6;

    /// A lane.
    record Lane(double top, double height) {
        double foot() {
            return top + height;
        }

        double y(double share) {
            return foot() - share * height;
        }
    }

    double plotWidth() {
        return Math.max(1, width - LEFT - RIGHT);
    }

    private double verdictHeight() {
        return height < LOW ? LOW_VERDICT : VERDICT;
    }

    private double fixed() {
        int lanes = VERDICTS + (hasTruth ? 1 : 0);
        return HEAD + AXIS + lanes * verdictHeight() + 3 * GAP;
    }

    private double free() {
        return Math.max(80, height - fixed());
    }

    Lane rate() {
        return new Lane(HEAD, free() - halfOpenHeight());
    }

    private double halfOpenHeight() {
        return Math.clamp(free() * SHARE_OF_HALF_OPEN, LOWEST_HALF_OPEN, HIGHEST_HALF_OPEN);
    }

    Lane halfOpen() {
        return new Lane(rate().foot() + GAP + 4, halfOpenHeight() - 4);
    }

    /// @param place from 0 on
    Lane verdict(int place) {
        return new Lane(halfOpen().foot() + GAP + place * verdictHeight(), verdictHeight() - 4);
    }

    Lane truth() {
        return verdict(VERDICTS);
    }

    double lanesFoot() {
        return height - AXIS;
    }
}
