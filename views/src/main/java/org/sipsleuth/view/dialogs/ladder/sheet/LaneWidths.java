package org.sipsleuth.view.dialogs.ladder.sheet;

import java.util.BitSet;

/// Where lanes begin and end, side by side: all alike, or narrow but for those that are used.
public final class LaneWidths {

    /// How wide a lane is that nothing uses, where there is room.
    static final double UNUSED = 12;

    /// All unused lanes together take no more of what is seen than this.
    private static final double UNUSED_SHARE = 0.3;

    /// Nor less, so that one sees that they are there.
    private static final double LEAST_SHARE = 0.05;

    private final double[] lefts; // one more than lanes
    private final BitSet wide;

    private LaneWidths(double[] lefts, BitSet wide) {
        this.lefts = lefts;
        this.wide = wide;
    }

    /// Lanes as wide as each other, that fill the room and are never narrower than `least`.
    public static LaneWidths even(int lanes, double room, double least) {
        double width = lanes == 0 ? least : Math.max(least, room / lanes);
        double[] lefts = new double[lanes + 1];
        for (int lane = 0; lane <= lanes; lane++) {
            lefts[lane] = lane * width;
        }
        BitSet all = new BitSet();
        all.set(0, lanes);
        return new LaneWidths(lefts, all);
    }

    /// The same where they fit; else the used ones share the room, and the others are narrow.
    public static LaneWidths focused(int lanes, BitSet used, double room, double least) {
        int count = used.cardinality();
        if (lanes * least <= room || count == 0 || count == lanes) {
            return even(lanes, room, least);
        }
        double left = Math.clamp(room - count * least, room * LEAST_SHARE, room * UNUSED_SHARE);
        double narrow = Math.min(UNUSED, left / (lanes - count));
        double width = Math.max(least, (room - narrow * (lanes - count)) / count);
        double[] lefts = new double[lanes + 1];
        for (int lane = 0; lane < lanes; lane++) {
            lefts[lane + 1] = lefts[lane] + (used.get(lane) ? width : narrow);
        }
        return new LaneWidths(lefts, used);
    }

    /// How many there are.
    public int count() {
        return lefts.length - 1;
    }

    /// Whether a lane is so wide that its head is drawn.
    public boolean isWide(int lane) {
        return wide.get(lane);
    }

    public double left(int lane) {
        return lefts[lane];
    }

    public double width(int lane) {
        return lefts[lane + 1] - lefts[lane];
    }

    public double middle(int lane) {
        return (lefts[lane] + lefts[lane + 1]) / 2;
    }

    public double total() {
        return lefts[lefts.length - 1];
    }

    /// The lane at a distance from the left of the first, or -1.
    int at(double x) {
        if (x < 0 || x >= total()) {
            return -1;
        }
        int low = 0;
        int high = count() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lefts[middle] <= x) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
