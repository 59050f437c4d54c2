package org.sipsleuth.view.dialogs.column;

import java.util.List;
import java.util.stream.IntStream;

/// Shares a width in pixels among columns of text. Where not all can be shown whole, columns that
/// lead are cut last.
final class WidthShares {

    /// Sums of fractions are a little less than a whole pixel that they stand for.
    private static final double ROUNDING = 1e-6;

    /// What a column asks for, in pixels.
    ///
    /// @param need at which all of its values can be read
    /// @param usual up to which it is served before others
    /// @param least at which most of its values can be read
    /// @param narrowest below which it is not squeezed: the list is scrolled instead
    /// @param isLeading whether others give way to it
    record Wish(double need, double usual, double least, double narrowest, boolean isLeading) {

        /// @param measured at which the values can be read, 0 if that is not known
        static Wish of(double measured, double usual, double least, double narrowest, boolean isLeading) {
            double need = measured > 0 ? measured : usual;
            return new Wish(need, Math.min(need, usual), Math.min(need, least), Math.min(need, narrowest), isLeading);
        }
    }

    /// How far a column may be cut in one step.
    private interface Limit {
        double of(Wish wish);
    }

    private final List<Wish> wishes;
    private final double[] widths;

    private WidthShares(List<Wish> wishes) {
        this.wishes = wishes;
        widths = wishes.stream().mapToDouble(Wish::need).toArray();
    }

    /// The width of each column, in whole pixels; together no more than `room`, unless that is less
    /// than the narrowest of all.
    static double[] of(double room, List<Wish> wishes) {
        WidthShares shares = new WidthShares(wishes);
        double over = IntStream.range(0, wishes.size()).mapToDouble(i -> shares.widths[i]).sum();
        if (over <= room) {
            shares.spread(room - over);
        } else {
            shares.cut(false, Wish::least, room);
            shares.cut(true, Wish::usual, room);
            shares.cut(false, Wish::narrowest, room);
            shares.cut(true, Wish::least, room);
            shares.cut(true, Wish::narrowest, room);
        }
        for (int i = 0; i < shares.widths.length; i++) {
            shares.widths[i] = Math.floor(shares.widths[i] + ROUNDING);
        }
        return shares.widths;
    }

    private void spread(double left) {
        double all = wishes.stream().mapToDouble(Wish::need).sum();
        for (int i = 0; i < widths.length; i++) {
            widths[i] += left * wishes.get(i).need() / all;
        }
    }

    private void cut(boolean isLeading, Limit limit, double room) {
        double over = -room;
        double spare = 0;
        for (int i = 0; i < widths.length; i++) {
            over += widths[i];
            spare += spare(i, isLeading, limit);
        }
        if (over <= 0 || spare <= 0) {
            return;
        }
        double share = Math.min(1, over / spare);
        for (int i = 0; i < widths.length; i++) {
            widths[i] -= share * spare(i, isLeading, limit);
        }
    }

    private double spare(int column, boolean isLeading, Limit limit) {
        Wish wish = wishes.get(column);
        return wish.isLeading() == isLeading ? Math.max(0, widths[column] - limit.of(wish)) : 0;
    }
}
