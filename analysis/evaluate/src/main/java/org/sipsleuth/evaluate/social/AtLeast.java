package org.sipsleuth.evaluate.social;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.evaluation.PaperFigure;

/// The share of counts that are at least so large, for logarithmic axes.
final class AtLeast {

    private AtLeast() {}

    /// A point for each different count from 1 on, with falling shares of all counts above 0.
    static PaperFigure.Series of(String name, IntStream counts) {
        int[] sorted = counts.filter(count -> count > 0).sorted().toArray();
        List<PaperFigure.Point> points = new ArrayList<>();
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                points.add(new PaperFigure.Point(sorted[i], (sorted.length - i) / (double) sorted.length));
            }
        }
        return new PaperFigure.Series(name, PaperFigure.Kind.LINES, points);
    }
}
