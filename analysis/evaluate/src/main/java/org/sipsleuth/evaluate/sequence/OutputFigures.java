package org.sipsleuth.evaluate.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.corpus.SequenceCorpus;

/// Figs. 8 to 10: skewness and kurtosis of the outputs, and how their maxima are distributed.
final class OutputFigures {

    private static final int BINS = 50;

    /// How many times as far from 1 as the thresholds a picture of them reaches.
    private static final double NEAR = 20;

    private OutputFigures() {}

    static List<PaperFigure> of(String id, String name, EvaluationRun trial) {
        return List.of(
                new PaperFigure("fig-8-" + id, name + ": skewness and kurtosis of the outputs",
                        "skewness (share of the one-hot limit)", "kurtosis (share of the one-hot limit)",
                        List.of(points("trained", trial, true, 0), points("unknown", trial, false, 0))),
                nearThresholds(id, name, trial),
                new PaperFigure("fig-10-" + id, name + ": maximum of the outputs", "maximum output",
                        "share of the dialogs in a fiftieth",
                        List.of(histogram("trained", trial, true, SequenceScore::maximum),
                                histogram("unknown", trial, false, SequenceScore::maximum))));
    }

    /// Fig. 9: what lies near the thresholds, and the thresholds.
    private static PaperFigure nearThresholds(String id, String name, EvaluationRun trial) {
        double skewness = trial.model().thresholds().skewness();
        double kurtosis = trial.model().thresholds().kurtosis();
        double least = 1 - NEAR * (1 - Math.min(skewness, kurtosis));
        return new PaperFigure("fig-9-" + id, name + ": skewness and kurtosis near their thresholds",
                "skewness (share of the one-hot limit)", "kurtosis (share of the one-hot limit)",
                List.of(points("trained", trial, true, least), points("unknown", trial, false, least),
                        line("λS", new PaperFigure.Point(skewness, least), new PaperFigure.Point(skewness, 1)),
                        line("λK", new PaperFigure.Point(least, kurtosis), new PaperFigure.Point(1, kurtosis))));
    }

    private static PaperFigure.Series line(String name, PaperFigure.Point from, PaperFigure.Point to) {
        return new PaperFigure.Series(name, PaperFigure.Kind.LINES, List.of(from, to));
    }

    private static PaperFigure.Series points(String name, EvaluationRun trial, boolean isTrained, double least) {
        List<PaperFigure.Point> points = new ArrayList<>();
        for (int i = 0; i < trial.corpus().entries().size(); i++) {
            SequenceScore score = trial.score(i);
            if (trial.corpus().entries().get(i).isTrained() == isTrained && score.skewness() >= least
                    && score.kurtosis() >= least) {
                points.add(new PaperFigure.Point(score.skewness(), score.kurtosis()));
            }
        }
        return new PaperFigure.Series(name, PaperFigure.Kind.POINTS, points);
    }

    private static PaperFigure.Series histogram(String name, EvaluationRun trial, boolean isTrained,
            ToDoubleFunction<SequenceScore> value) {
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
        List<PaperFigure.Point> points = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            points.add(new PaperFigure.Point((bin + 0.5) / BINS, sum == 0 ? 0 : bins[bin] / sum));
        }
        return new PaperFigure.Series(name, PaperFigure.Kind.LINES, points);
    }
}
