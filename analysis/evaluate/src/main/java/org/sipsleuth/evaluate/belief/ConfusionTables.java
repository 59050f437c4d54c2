package org.sipsleuth.evaluate.belief;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.evaluation.Spread;

/// Confusions as tables: a confusion for each trial.
final class ConfusionTables {

    /// What the recall of each class must be with learned tables.
    static final double LEAST_RECALL = 0.95;

    private static final double LEAST_PERIODS = 200;

    private ConfusionTables() {}

    /// Recall, precision and counts.
    ///
    /// @param isJudged whether the figures must be as they shall be
    static EvaluationTable of(String id, String title, List<BeliefConfusion> trials, boolean isJudged) {
        List<EvaluationRow> rows = new ArrayList<>();
        for (TrafficClass truth : TrafficClass.all()) {
            rows.add(row(truth.name() + ": periods", trials, trial -> trial.periods(truth),
                    isJudged ? Expectation.atLeast(LEAST_PERIODS) : null));
            rows.add(row(truth.name() + ": recall", trials, trial -> trial.recall(truth),
                    isJudged ? Expectation.atLeast(LEAST_RECALL) : null));
            rows.add(row(truth.name() + ": precision, classes being equally frequent", trials,
                    trial -> trial.precision(truth), null));
        }
        for (TrafficClass truth : TrafficClass.all()) {
            confused(truth, trials, rows);
        }
        return new EvaluationTable(id, title, rows);
    }

    private static void confused(TrafficClass truth, List<BeliefConfusion> trials, List<EvaluationRow> rows) {
        for (TrafficClass believed : TrafficClass.all()) {
            if (trials.stream().anyMatch(trial -> trial.count(truth, believed) > 0)) {
                rows.add(row("%s classified as %s".formatted(truth.name(), believed.name()), trials,
                        trial -> trial.count(truth, believed), null));
            }
        }
        if (trials.stream().anyMatch(trial -> trial.contradictions(truth) > 0)) {
            rows.add(row(truth.name() + ": all classes excluded by the tables", trials,
                    trial -> trial.contradictions(truth), null));
        }
    }

    /// The points of a reliability diagram.
    static EvaluationTable calibration(String id, String title, Calibration calibration) {
        List<EvaluationRow> rows = new ArrayList<>();
        rows.add(new EvaluationRow("Brier's score", null, Spread.of(calibration.brier()), null));
        rows.add(new EvaluationRow("expected calibration error, all six beliefs", null,
                Spread.of(calibration.expectedError()), null));
        rows.add(new EvaluationRow("expected calibration error, most probable class", null,
                Spread.of(calibration.leadingError()), null));
        for (Calibration.Bin bin : calibration.bins()) {
            rows.add(new EvaluationRow(String.format(Locale.ROOT, "mean belief %.3f (%,d beliefs): share correct",
                    bin.believed(), bin.count()), null, Spread.of(bin.right()), null));
        }
        return new EvaluationTable(id, title, rows);
    }

    /// The reliability diagram.
    static PaperFigure diagram(String id, String title, Calibration calibration) {
        return new PaperFigure(id, title, "belief", "share correct",
                List.of(series("all six beliefs", calibration.bins()),
                        series("most probable class", calibration.leadingBins()),
                        new PaperFigure.Series("perfect", PaperFigure.Kind.LINES,
                                List.of(new PaperFigure.Point(0, 0), new PaperFigure.Point(1, 1)))));
    }

    private static PaperFigure.Series series(String name, List<Calibration.Bin> bins) {
        return new PaperFigure.Series(name, PaperFigure.Kind.LINES,
                bins.stream().map(bin -> new PaperFigure.Point(bin.believed(), bin.right())).toList());
    }

    private static EvaluationRow row(String name, List<BeliefConfusion> trials,
            ToDoubleFunction<BeliefConfusion> figure, @Nullable Expectation must) {
        Spread spread = Spread.of(trials.stream().mapToDouble(figure).toArray());
        return new EvaluationRow(name, null, spread, must);
    }
}
