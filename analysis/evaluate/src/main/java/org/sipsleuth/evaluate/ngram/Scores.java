package org.sipsleuth.evaluate.ngram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sipsleuth.evaluation.PaperFigure.Point;

/// The scores of normal and of anomalous messages; higher is more anomalous.
final class Scores {

    private final double[] normal;
    private final double[] anomalous;

    private Scores(double[] normal, double[] anomalous) {
        this.normal = normal;
        this.anomalous = anomalous;
    }

    static Scores of(ToDoubleFunction<LabelledMessage> scorer, List<LabelledMessage> normal,
            List<LabelledMessage> anomalous) {
        return new Scores(sorted(scorer, normal), sorted(scorer, anomalous));
    }

    private static double[] sorted(ToDoubleFunction<LabelledMessage> scorer, List<LabelledMessage> messages) {
        return messages.stream().mapToDouble(scorer).sorted().toArray();
    }

    /// The share of anomalous messages above every normal one.
    double truePositivesWithoutFalse() {
        return share(anomalous, normal[normal.length - 1]);
    }

    /// The lowest threshold that at most this share of the normal messages exceeds.
    double threshold(double falsePositives) {
        int above = (int) (normal.length * falsePositives);
        return normal[normal.length - 1 - above];
    }

    /// The share of normal messages above a threshold.
    double falsePositives(double threshold) {
        return share(normal, threshold);
    }

    /// The share of anomalous messages above a threshold.
    double truePositives(double threshold) {
        return share(anomalous, threshold);
    }

    private static double share(double[] scores, double threshold) {
        return Arrays.stream(scores).filter(score -> score > threshold).count() / (double) scores.length;
    }

    /// The receiver operating characteristic up to a rate of false positives.
    List<Point> curve(double most) {
        List<Point> points = new ArrayList<>();
        for (int above = 0; above <= normal.length * most; above++) {
            double threshold = normal[normal.length - 1 - above];
            points.add(new Point(falsePositives(threshold), truePositives(threshold)));
        }
        return points;
    }
}
