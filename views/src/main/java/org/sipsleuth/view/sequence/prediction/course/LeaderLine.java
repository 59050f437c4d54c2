package org.sipsleuth.view.sequence.prediction.course;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.sequence.PredictionStep;

/// The line of one known dialog in the chart: its probability after each message. Of more steps
/// than there are pixels, the greatest and the least of each pixel are kept.
public final class LeaderLine {

    private LeaderLine() {}

    /// A place on the line.
    public record Point(int step, double probability) {}

    /// The points of a range, from left to right, as far as the steps are worked out.
    ///
    /// @param pixels how many there are from left to right, at least 1
    public static List<Point> of(Course course, int known, ChartRange range, int pixels) {
        int end = Math.min(range.to(), course.steps().size());
        int bucket = Math.max(1, (range.steps() + pixels - 1) / pixels);
        List<Point> points = new ArrayList<>();
        for (int from = range.from(); from <= end; from += bucket) {
            int to = Math.min(end, from + bucket - 1);
            Point least = point(course, known, from);
            Point most = least;
            for (int step = from + 1; step <= to; step++) {
                Point point = point(course, known, step);
                least = point.probability() < least.probability() ? point : least;
                most = point.probability() > most.probability() ? point : most;
            }
            points.add(least.step() <= most.step() ? least : most);
            if (least.step() != most.step()) {
                points.add(least.step() <= most.step() ? most : least);
            }
        }
        return points;
    }

    private static Point point(Course course, int known, int step) {
        for (PredictionStep.Leading leading : course.steps().get(step - 1).leading()) {
            if (leading.known() == known) {
                return new Point(step, leading.probability());
            }
        }
        return new Point(step, 0);
    }
}
