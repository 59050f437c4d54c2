package org.sipsleuth.evaluate.sequence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.Training;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.MomentScale;
import org.sipsleuth.sequence.Normalisation;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.SequenceSettings;
import org.sipsleuth.sequence.SequenceTrainer;
import org.sipsleuth.sequence.ThresholdFit;
import org.sipsleuth.sequence.Thresholds;
import org.sipsleuth.sequence.UnknownSettings;
import org.sipsleuth.sequence.corpus.SequenceCorpus;
import org.sipsleuth.sequence.training.Epoch;

/// One network trained with one split, and what it states about all dialogs of the corpus.
final class EvaluationRun {

    private final SequenceCorpus corpus;
    private final SequenceModel model;
    private final List<SequenceScore> scores;
    private final List<Epoch> epochs;

    private EvaluationRun(SequenceCorpus corpus, SequenceModel model, List<Epoch> epochs) {
        this.corpus = corpus;
        this.model = model;
        this.epochs = List.copyOf(epochs);
        this.scores = corpus.entries().parallelStream().map(entry -> model.scoreFolded(entry.types())).toList();
    }

    /// Trains a network.
    ///
    /// @param name for the news
    static EvaluationRun of(String name, SequenceCorpus corpus, SequenceSettings settings, RunMonitor monitor,
            Consumer<String> news) {
        List<Epoch> epochs = new ArrayList<>();
        TrainingFacts facts = new TrainingFacts(name, PaperDialogsCapture.SCENARIO, List.of(),
                new Training.Origin("", Instant.EPOCH, ""));
        SequenceModel model = SequenceTrainer.fit(corpus, settings, facts, monitor, epoch -> {
            epochs.add(epoch);
            news.accept(String.format(Locale.ROOT, "%s, epoch %d: loss %.5f, accuracy %.4f", name, epoch.number(),
                    epoch.loss(), epoch.accuracy()));
        });
        return new EvaluationRun(corpus, model, epochs);
    }

    SequenceModel model() {
        return model;
    }

    SequenceCorpus corpus() {
        return corpus;
    }

    /// What the model states about an entry of the corpus.
    SequenceScore score(int entry) {
        return scores.get(entry);
    }

    /// How long the training took, in s.
    double trainingSeconds() {
        return epochs.stream().mapToDouble(Epoch::seconds).sum();
    }

    int epochs() {
        return epochs.size();
    }

    /// The share of dialogs whose known dialog is recognised (Table 7).
    ///
    /// @param part how many dialogs of an entry count
    double accuracy(ToIntFunction<SequenceCorpus.Entry> part) {
        long right = 0;
        long all = 0;
        for (int i = 0; i < scores.size(); i++) {
            int count = part.applyAsInt(corpus.entries().get(i));
            SequenceScore score = scores.get(i);
            all += count;
            right += score.isObserved() && score.best() == score.observed() ? count : 0;
        }
        return (double) right / all;
    }

    /// How many dialogs have a sequence that was not trained.
    long unknown() {
        return corpus.entries()
                .stream()
                .filter(entry -> !entry.isTrained())
                .mapToLong(SequenceCorpus.Entry::dialogs)
                .sum();
    }

    /// What skewness and kurtosis make of the dialogs (Table 8).
    Confusion byMoments() {
        return confusion(i -> model.thresholds().byMoments(scores.get(i)));
    }

    /// What the maximum of the output makes of them (Table 9).
    Confusion byMaximum() {
        return confusion(i -> model.thresholds().byMaximum(scores.get(i)));
    }

    /// The same with thresholds that were averaged in single precision, and no tolerance.
    Confusion byMaximumInSinglePrecision() {
        UnknownSettings strict = new UnknownSettings(Normalisation.ONE_HOT_LIMIT, 0, true);
        Thresholds thresholds = ThresholdFit.fit(ofKnown(scores), model.known(), strict);
        return confusion(i -> thresholds.byMaximum(inSinglePrecision(scores.get(i))));
    }

    private static SequenceScore inSinglePrecision(SequenceScore score) {
        return new SequenceScore(score.best(), (float) score.maximum(), score.skewness(), score.kurtosis(),
                score.observed(), score.isCut());
    }

    /// The thresholds with skewness and kurtosis from the least to the largest of all dialogs.
    Thresholds minMaxThresholds() {
        MomentScale scale =
                new MomentScale(extreme(SequenceScore::skewness).getMin(), extreme(SequenceScore::skewness).getMax(),
                        extreme(SequenceScore::kurtosis).getMin(), extreme(SequenceScore::kurtosis).getMax());
        List<SequenceScore> scaled = scores.stream()
                .map(score -> new SequenceScore(score.best(), score.maximum(), scale.skewness(score.skewness()),
                        scale.kurtosis(score.kurtosis()), score.observed(), score.isCut()))
                .toList();
        return ThresholdFit.fit(ofKnown(scaled), model.known(), UnknownSettings.STANDARD);
    }

    private DoubleSummaryStatistics extreme(ToDoubleFunction<SequenceScore> of) {
        return scores.stream().mapToDouble(of).summaryStatistics();
    }

    /// The scores of the known dialogs, in their order.
    private static List<SequenceScore> ofKnown(List<SequenceScore> scores) {
        return scores.stream()
                .filter(SequenceScore::isObserved)
                .sorted(Comparator.comparingInt(SequenceScore::observed))
                .toList();
    }

    private Confusion confusion(IntFunction<NetworkMark> mark) {
        long[] counts = new long[4];
        IntStream.range(0, scores.size()).forEach(i -> {
            SequenceCorpus.Entry entry = corpus.entries().get(i);
            boolean isKnown = mark.apply(i) == NetworkMark.WITHIN;
            int cell = (entry.isTrained() ? 0 : 2) + (isKnown ? 0 : 1);
            counts[cell] += entry.dialogs();
        });
        return new Confusion(counts[0], counts[1], counts[2], counts[3]);
    }
}
