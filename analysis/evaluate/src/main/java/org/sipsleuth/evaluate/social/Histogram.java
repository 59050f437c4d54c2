package org.sipsleuth.evaluate.social;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sipsleuth.evaluation.PaperFigure;

/// Shares of values in bins of equal width, as bars.
final class Histogram {

    private Histogram() {}

    /// The bars; all shares add up to 1, or to 0 without values.
    ///
    /// @param from where the first bin begins; no value is smaller
    /// @param bins how many there are; the last one has all larger values as well
    static PaperFigure.Series of(String name, double[] values, double from, double width, int bins) {
        int[] counts = new int[bins];
        Arrays.stream(values).forEach(value -> counts[(int) Math.min(bins - 1, (value - from) / width)]++);
        return new PaperFigure.Series(name, PaperFigure.Kind.BARS,
                IntStream.range(0, bins)
                        .mapToObj(bin -> new PaperFigure.Point(from + (bin + 0.5) * width,
                                (double) counts[bin] / Math.max(1, values.length)))
                        .toList());
    }
}
