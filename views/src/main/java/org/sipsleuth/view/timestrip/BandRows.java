package org.sipsleuth.view.timestrip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Where the bands stand: those that overlap in lanes, and as one group where there is no room for
/// their lanes. Each word is within its band, or at its side where there is no room in it.
/// Immutable.
final class BandRows {

    /// No bands.
    static final BandRows NONE = new BandRows(List.of(), 0);

    /// The height of a row, in pixels.
    static final double ROW_PIXELS = 18;

    /// A shorter band would not be seen.
    private static final double LEAST_PIXELS = 5;

    /// Bands in one lane are apart by this many pixels, of which their edges take one.
    private static final double APART = 2;

    private static final double PADDING = 8;
    private static final double BESIDE = 4;

    /// A band in view, not yet in a row.
    private record Span(StripBand band, double left, double right) {}

    private final List<PlacedBand> placed;
    private final int rows;

    private BandRows(List<PlacedBand> placed, int rows) {
        this.placed = List.copyOf(placed);
        this.rows = rows;
    }

    /// Places bands.
    ///
    /// @param bands in the order of time
    /// @param x the place of a moment
    /// @param width of the strip
    /// @param mostRows how many lanes there is room for, at least 1
    /// @param wordWidth the width of a word
    static BandRows of(List<? extends StripBand> bands, LongToDoubleFunction x, double width, int mostRows,
            ToDoubleFunction<String> wordWidth) {
        List<PlacedBand> placed = new ArrayList<>();
        List<Span> together = new ArrayList<>();
        double end = 0;
        for (StripBand band : bands) {
            double from = x.applyAsDouble(band.fromNanos());
            double to = x.applyAsDouble(band.toNanos());
            if (to < 0 || from > width) {
                continue;
            }
            double left = Math.clamp(from, 0, Math.max(0, width - LEAST_PIXELS));
            Span span = new Span(band, left, Math.max(left + LEAST_PIXELS, Math.min(width, to)));
            if (left >= end && !together.isEmpty()) {
                placed.addAll(inLanes(together, mostRows));
                together.clear();
            }
            together.add(span);
            end = Math.max(end, span.right());
        }
        placed.addAll(inLanes(together, mostRows));
        int rows = placed.stream().mapToInt(PlacedBand::row).max().orElse(-1) + 1;
        return new BandRows(withWords(placed, rows, width, wordWidth), rows);
    }

    /// These rows, with others below them.
    BandRows over(BandRows others) {
        return new BandRows(
                Stream.concat(placed.stream(), others.placed.stream().map(band -> band.below(rows))).toList(),
                rows + others.rows);
    }

    /// Bands that overlap, each in the first lane that is free.
    ///
    /// @return a single group if they need more lanes than there are
    private static List<PlacedBand> inLanes(List<Span> together, int mostRows) {
        List<PlacedBand> placed = new ArrayList<>();
        double[] ends = new double[mostRows];
        for (Span span : together) {
            int row = 0;
            while (row < mostRows && span.left() < ends[row]) {
                row++;
            }
            if (row == mostRows) {
                return List.of(group(together));
            }
            ends[row] = span.right();
            placed.add(new PlacedBand(List.of(span.band()), row, span.left(), span.right() - span.left(), -1));
        }
        return placed;
    }

    private static PlacedBand group(List<Span> together) {
        double left = together.getFirst().left();
        double right = together.stream().mapToDouble(Span::right).max().orElse(left);
        return new PlacedBand(together.stream().map(Span::band).toList(), 0, left, right - left, -1);
    }

    /// The band, ending before the next one of its lane.
    private static PlacedBand apart(PlacedBand band, double next) {
        double room = Math.max(LEAST_PIXELS - APART, next - APART - band.left());
        return new PlacedBand(band.bands(), band.row(), band.left(),
                next < band.left() + band.width() + APART ? Math.min(band.width(), room) : band.width(),
                band.wordLeft());
    }

    private static List<PlacedBand> withWords(List<PlacedBand> placed, int rows, double width,
            ToDoubleFunction<String> wordWidth) {
        double[] next = new double[placed.size()];
        double[] ahead = new double[rows];
        Arrays.fill(ahead, width);
        for (int i = placed.size() - 1; i >= 0; i--) {
            next[i] = ahead[placed.get(i).row()];
            ahead[placed.get(i).row()] = placed.get(i).left();
        }
        List<PlacedBand> worded = new ArrayList<>();
        double[] taken = new double[rows];
        for (int i = 0; i < placed.size(); i++) {
            PlacedBand each = apart(placed.get(i), next[i]);
            double right = each.left() + each.width();
            double word = wordWidth.applyAsDouble(each.word());
            double at = -1;
            if (each.width() >= word + 2 * PADDING) {
                at = each.left() + PADDING;
            } else if (right + BESIDE + word <= next[i]) {
                at = right + BESIDE;
            } else if (each.left() - BESIDE - word >= taken[each.row()]) {
                at = each.left() - BESIDE - word;
            }
            taken[each.row()] = Math.max(right, at < 0 ? 0 : at + word) + BESIDE;
            worded.add(new PlacedBand(each.bands(), each.row(), each.left(), each.width(), at));
        }
        return worded;
    }

    /// All bands in view.
    List<PlacedBand> placed() {
        return placed;
    }

    /// The height of all rows.
    double height() {
        return rows * ROW_PIXELS;
    }

    /// The band or group at a place.
    ///
    /// @param y below the bars
    Optional<PlacedBand> at(double x, double y) {
        int row = (int) (y / ROW_PIXELS);
        return y < 0 ? Optional.empty()
                : placed.stream().filter(each -> each.row() == row && each.covers(x)).findFirst();
    }
}
