package org.sipsleuth.evaluate.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.sequence.corpus.SequenceCorpus;

/// The tables of paper 1 out of the trials.
final class PaperTables {

    private static final double LEAST_MOMENTS_F1 = 0.97;
    private static final double LEAST_MOMENTS_TN = 0.96;
    private static final double LEAST_MAXIMUM_F1 = 0.99;
    private static final double LEAST_MAXIMUM_TN = 0.98;
    private static final double LEAST_LSTM_ACCURACY = 0.99;
    private static final double MOST_TRAINING_SECONDS = 60;

    private final List<EvaluationRun> convolutional;
    private final EvaluationRun recurrent;
    private final TimeTables times;
    private final PrefixTables prefixes;

    PaperTables(List<EvaluationRun> convolutional, EvaluationRun recurrent, long seed) {
        this.convolutional = List.copyOf(convolutional);
        this.recurrent = recurrent;
        this.prefixes = new PrefixTables(convolutional, recurrent);
        this.times = new TimeTables(convolutional.getFirst(), recurrent, seed);
    }

    List<EvaluationTable> tables() {
        List<EvaluationTable> tables = new ArrayList<>();
        tables.add(accuracy());
        tables.add(prefixes.table());
        tables.add(times.table());
        tables.add(confusion("8", "Skewness and kurtosis: trained dialogs are positive, all parts joined",
                EvaluationRun::byMoments,
                new double[][]{
                    {0.958333, 0.791166, 0.998122, 0.796933, 0.882675},
                    {0.964063, 0.936721, 0.998648, 0.937653, 0.966694}},
                Expectation.atLeast(LEAST_MOMENTS_TN), Expectation.atLeast(LEAST_MOMENTS_F1)));
        tables.add(confusion("9", "Maximum output: trained dialogs are positive, all parts joined",
                EvaluationRun::byMaximum,
                new double[][]{
                    {0.958333, 0.639462, 0.997677, 0.650463, 0.779380},
                    {0.978125, 0.458880, 0.998321, 0.476573, 0.628753}},
                Expectation.atLeast(LEAST_MAXIMUM_TN), Expectation.atLeast(LEAST_MAXIMUM_F1)));
        tables.add(new UnknownTable(convolutional, recurrent).table());
        tables.add(singlePrecision());
        tables.add(thresholds());
        tables.add(training());
        return tables;
    }

    List<PaperFigure> figures() {
        List<PaperFigure> figures = new ArrayList<>(prefixes.figures());
        figures.addAll(times.figures());
        figures.addAll(OutputFigures.of("cnn", "CNN", convolutional.getFirst()));
        figures.addAll(OutputFigures.of("lstm", "LSTM", recurrent));
        return figures;
    }

    private EvaluationTable accuracy() {
        List<EvaluationRow> rows = new ArrayList<>();
        Expectation all = Expectation.exactly(1);
        rows.add(cnn("CNN, training", 1.0, t -> t.accuracy(SequenceCorpus.Entry::training), all));
        rows.add(cnn("CNN, validation", 0.9280, t -> t.accuracy(SequenceCorpus.Entry::validation), null));
        rows.add(cnn("CNN, test", 0.9354, t -> t.accuracy(SequenceCorpus.Entry::test), null));
        rows.add(cnn("CNN, joint", 0.9660, t -> t.accuracy(SequenceCorpus.Entry::dialogs), null));
        rows.add(cnn("CNN, joint, minus the share of dialogs with a trained sequence", null,
                PaperTables::jointLessKnown, Expectation.exactly(0)));
        rows.add(lstm("LSTM, training", 1.0, t -> t.accuracy(SequenceCorpus.Entry::training),
                Expectation.atLeast(LEAST_LSTM_ACCURACY)));
        rows.add(lstm("LSTM, validation", 0.9280, t -> t.accuracy(SequenceCorpus.Entry::validation), null));
        rows.add(lstm("LSTM, test", 0.9354, t -> t.accuracy(SequenceCorpus.Entry::test), null));
        rows.add(lstm("LSTM, joint", 0.9660, t -> t.accuracy(SequenceCorpus.Entry::dialogs), null));
        return new EvaluationTable("7", "Share of dialogs recognised", rows);
    }

    private static double jointLessKnown(EvaluationRun trial) {
        double known = 1 - (double) trial.unknown() / trial.corpus().dialogs();
        return trial.accuracy(SequenceCorpus.Entry::dialogs) - known;
    }

    private EvaluationTable confusion(String id, String title, Function<EvaluationRun, Confusion> of, double[][] paper,
            Expectation trueNegative, Expectation f1) {
        List<EvaluationRow> rows = new ArrayList<>();
        for (int network = 0; network < paper.length; network++) {
            String name = network == 0 ? "CNN, " : "LSTM, ";
            double[] printed = paper[network];
            List<Confusion> ours = (network == 0 ? convolutional : List.of(recurrent)).stream().map(of).toList();
            rows.add(row(name + "true negatives", printed[0], ours, Confusion::trueNegativeRate, trueNegative));
            rows.add(row(name + "true positives", printed[1], ours, Confusion::truePositiveRate, null));
            rows.add(row(name + "precision", printed[2], ours, Confusion::precision, null));
            rows.add(row(name + "accuracy", printed[3], ours, Confusion::accuracy, null));
            rows.add(row(name + "F1", printed[4], ours, Confusion::f1, f1));
        }
        return new EvaluationTable(id, title, rows);
    }

    /// Why the paper's maximum output misses so many trained dialogs: equal numbers, added up in
    /// single precision, do not have themselves as their mean.
    private EvaluationTable singlePrecision() {
        List<EvaluationRow> rows = new ArrayList<>();
        rows.add(cnn("CNN, true positives", 0.639462, t -> t.byMaximumInSinglePrecision().truePositiveRate(), null));
        rows.add(cnn("CNN, true negatives", 0.958333, t -> t.byMaximumInSinglePrecision().trueNegativeRate(), null));
        rows.add(lstm("LSTM, true positives", 0.458880, t -> t.byMaximumInSinglePrecision().truePositiveRate(), null));
        rows.add(lstm("LSTM, true negatives", 0.978125, t -> t.byMaximumInSinglePrecision().trueNegativeRate(), null));
        return new EvaluationTable("9, in single precision",
                "Maximum output with thresholds averaged in single precision, without tolerance", rows);
    }

    private EvaluationTable thresholds() {
        List<EvaluationRow> rows = new ArrayList<>();
        rows.add(cnn("CNN, λS", 0.993982, t -> t.model().thresholds().skewness(), null));
        rows.add(cnn("CNN, λK", 0.992029, t -> t.model().thresholds().kurtosis(), null));
        rows.add(lstm("LSTM, λS", 0.999995, t -> t.model().thresholds().skewness(), null));
        rows.add(lstm("LSTM, λK", 0.999994, t -> t.model().thresholds().kurtosis(), null));
        rows.add(cnn("CNN, λS, min-max", 0.993982, t -> t.minMaxThresholds().skewness(), null));
        rows.add(cnn("CNN, λK, min-max", 0.992029, t -> t.minMaxThresholds().kurtosis(), null));
        return new EvaluationTable("Fig 9", "Thresholds of skewness and kurtosis", rows);
    }

    private EvaluationTable training() {
        List<EvaluationRow> rows = new ArrayList<>();
        rows.add(cnn("CNN, unique sequences in training (N)", 928.0, t -> t.model().known().size(), null));
        rows.add(cnn("CNN, dialogs with an untrained sequence", null, EvaluationRun::unknown, null));
        rows.add(cnn("CNN, epochs", 30.0, EvaluationRun::epochs, null));
        rows.add(cnn("CNN, seconds of training", null, EvaluationRun::trainingSeconds,
                Expectation.atMost(MOST_TRAINING_SECONDS)).timed());
        rows.add(cnn("CNN, parameters", 417_264.0, t -> t.model().network().parameters(), null));
        rows.add(lstm("LSTM, epochs", 255.0, EvaluationRun::epochs, null));
        rows.add(lstm("LSTM, seconds of training", null, EvaluationRun::trainingSeconds, null).timed());
        rows.add(lstm("LSTM, parameters", 4_377_376.0, t -> t.model().network().parameters(), null));
        return new EvaluationTable("4, 5", "Training", rows);
    }

    private EvaluationRow cnn(String name, @Nullable Double paper, ToDoubleFunction<EvaluationRun> of,
            @Nullable Expectation must) {
        double[] ours = convolutional.stream().mapToDouble(of).toArray();
        return new EvaluationRow(name, paper, Spread.of(ours), must);
    }

    private EvaluationRow lstm(String name, @Nullable Double paper, ToDoubleFunction<EvaluationRun> of,
            @Nullable Expectation must) {
        return new EvaluationRow(name, paper, Spread.of(of.applyAsDouble(recurrent)), must);
    }

    private static EvaluationRow row(String name, double paper, List<Confusion> ours, ToDoubleFunction<Confusion> of,
            @Nullable Expectation must) {
        double[] values = ours.stream().mapToDouble(of).toArray();
        return new EvaluationRow(name, paper, Spread.of(values), must);
    }
}
