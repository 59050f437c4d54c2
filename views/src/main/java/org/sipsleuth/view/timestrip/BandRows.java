package org.sipsleuth.view.timestrip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;

/// Where the bands stand: those that overlap in two rows, each word within its band, or at its
/// side where there is no room in it. Immutable.
final class BandRows {

    /// The height of a row, in pixels.
    static final double ROW_PIXELS = 18;

    /// More bands at once lie over each other.
    private static final int MOST_ROWS = 2;

    /// A shorter band would not be seen.
    private static final double LEAST_PIXELS = 5;

    private static final double PADDING = 8;
    private static final double BESIDE = 4;

    /// A band in its place, in pixels.
    ///
    /// @param row from 0
    /// @param wordLeft where its word begins; below 0 where there is no room for it
    record Placed(StripBand band, int row, double left, double width, double wordLeft) {

        private boolean covers(double x) {
            return x >= left - 1 && x <= left + width + 1;
        }
    }

    private final List<Placed> placed;
    private final int rows;

    private BandRows(List<Placed> placed, int rows) {
        this.placed = List.copyOf(placed);
        this.rows = rows;
    }

    /// Places bands.
    ///
    /// @param bands in the order of time
    /// @param x the place of a moment
    /// @param width of the strip
    /// @param wordWidth the width of a band's word
    static BandRows of(
            List<StripBand> bands,
            LongToDoubleFunction x,
            double width,
            ToDoubleFunction<StripBand> wordWidth) {
        List<Placed> placed = new ArrayList<>();
        double[] bandEnds = {-1, -1};
        int rows = 0;
        for (StripBand band : bands) {
            double from = x.applyAsDouble(band.fromNanos());
            double to = x.applyAsDouble(band.toNanos());
            if (to < 0 || from > width) {
                continue;
            }
            double left = Math.max(0, from);
            double length = Math.max(LEAST_PIXELS, Math.min(width, to) - left);
            int row = left >= bandEnds[0] || rows < 1 ? 0 : MOST_ROWS - 1;
            bandEnds[row] = Math.max(bandEnds[row], left + length);
            rows = Math.max(rows, row + 1);
            placed.add(new Placed(band, row, left, length, -1));
        }
        List<Placed> worded = new ArrayList<>();
        double[] taken = {0, 0};
        for (int i = 0; i < placed.size(); i++) {
            Placed each = placed.get(i);
            double word = wordWidth.applyAsDouble(each.band());
            double next = nextLeft(placed, i, width);
            double at = -1;
            if (each.width() >= word + 2 * PADDING) {
                at = each.left() + PADDING;
            } else if (each.left() + each.width() + BESIDE + word <= next) {
                at = each.left() + each.width() + BESIDE;
            } else if (each.left() - BESIDE - word >= taken[each.row()]) {
                at = each.left() - BESIDE - word;
            }
            taken[each.row()] =
                    Math.max(
                            taken[each.row()],
                            Math.max(each.left() + each.width(), at < 0 ? 0 : at + word) + BESIDE);
            worded.add(new Placed(each.band(), each.row(), each.left(), each.width(), at));
        }
        return new BandRows(worded, rows);
    }

    private static double nextLeft(List<Placed> placed, int after, double width) {
        return placed.stream()
                .skip(after + 1L)
                .filter(each -> each.row() == placed.get(after).row())
                .mapToDouble(Placed::left)
                .min()
                .orElse(width);
    }

    /// All bands in sight.
    List<Placed> placed() {
        return placed;
    }

    /// The height of all rows.
    double height() {
        return rows * ROW_PIXELS;
    }

    /// The bands at a place.
    ///
    /// @param y below the bars
    List<StripBand> at(double x, double y) {
        int row = (int) (y / ROW_PIXELS);
        return y < 0 || row >= rows
                ? List.of()
                : placed.stream()
                        .filter(each -> each.row() == row && each.covers(x))
                        .map(Placed::band)
                        .toList();
    }

    /// The band on top at a place.
    Optional<StripBand> topAt(double x, double y) {
        List<StripBand> all = at(x, y);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
