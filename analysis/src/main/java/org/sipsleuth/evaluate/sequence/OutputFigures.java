package org.sipsleuth.evaluate.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sipsleuth.evaluate.Figure;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.corpus.SequenceCorpus;

/// Figs. 8 to 10: skewness and kurtosis of the outputs, and how their maxima are distributed.
final class OutputFigures {

    private static final int BINS = 50;

    private OutputFigures() {}

    static List<Figure> of(String id, String name, Trial trial) {
        return List.of(
                new Figure(
                        "fig-8-" + id,
                        name + ": skewness and kurtosis of the outputs",
                        "skewness (share of the one-hot limit)",
                        "kurtosis (share of the one-hot limit)",
                        Figure.Kind.POINTS,
                        List.of(points("trained", trial, true), points("unknown", trial, false))),
                new Figure(
                        "fig-10-" + id,
                        name + ": maximum of the outputs",
                        "maximum output",
                        "share of the dialogs in a fiftieth",
                        Figure.Kind.LINES,
                        List.of(
                                histogram("trained", trial, true, SequenceScore::maximum),
                                histogram("unknown", trial, false, SequenceScore::maximum))));
    }

    private static Figure.Series points(String name, Trial trial, boolean isTrained) {
        List<Figure.Point> points = new ArrayList<>();
        for (int i = 0; i < trial.corpus().entries().size(); i++) {
            if (trial.corpus().entries().get(i).isTrained() == isTrained) {
                SequenceScore score = trial.score(i);
                points.add(new Figure.Point(score.skewness(), score.kurtosis()));
            }
        }
        return new Figure.Series(name, points);
    }

    private static Figure.Series histogram(
            String name, Trial trial, boolean isTrained, ToDoubleFunction<SequenceScore> value) {
        double[] bins = new double[BINS];
        double sum = 0;
        for (int i = 0; i < trial.corpus().entries().size(); i++) {
            SequenceCorpus.Entry entry = trial.corpus().entries().get(i);
            if (entry.isTrained() == isTrained) {
                int bin = (int) (value.applyAsDouble(trial.score(i)) * BINS);
                bins[Math.clamp(bin, 0, BINS - 1)] += entry.dialogs();
                sum += entry.dialogs();
            }
        }
        List<Figure.Point> points = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            points.add(new Figure.Point((bin + 0.5) / BINS, sum == 0 ? 0 : bins[bin] / sum));
        }
        return new Figure.Series(name, points);
    }
}
