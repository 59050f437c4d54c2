package org.sipsleuth.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.corpus.SequenceCorpus;
import org.sipsleuth.sequence.network.Network;
import org.sipsleuth.sequence.novelty.NoveltyModel;
import org.sipsleuth.sequence.training.Epoch;
import org.sipsleuth.sequence.training.NetworkTraining;
import org.sipsleuth.sequence.training.Preference;
import org.sipsleuth.sequence.training.Trained;
import org.sipsleuth.sequence.training.TrainingSet;

/// Trains a model: the known dialogs are the sequences in the training part of a corpus, each a
/// class of its own; then the thresholds are computed from what the network puts out for them.
public final class SequenceTrainer {

    private SequenceTrainer() {}

    /// Trains a model of whole dialogs only, as the paper has it.
    ///
    /// @see #fit(SequenceCorpus, Optional, SequenceSettings, TrainingFacts, RunMonitor, Consumer)
    public static SequenceModel fit(SequenceCorpus corpus, SequenceSettings settings, TrainingFacts facts,
            RunMonitor monitor, Consumer<Epoch> epochs) {
        return fit(corpus, Optional.empty(), settings, facts, monitor, epochs);
    }

    /// Trains a model. The same corpus and settings yield the same model, to the bit.
    ///
    /// @param novelty what is known of the same baseline per hop
    /// @param facts the origin of the corpus
    /// @param epochs is notified of each epoch, on the training thread
    /// @throws IllegalArgumentException if no dialog is for training
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop before the
    ///     first epoch was done; later, the best so far is kept
    public static SequenceModel fit(SequenceCorpus corpus, Optional<NoveltyModel> novelty, SequenceSettings settings,
            TrainingFacts facts, RunMonitor monitor, Consumer<Epoch> epochs) {
        KnownDialogs known = KnownDialogs.of(corpus);
        check(known);
        Trained trained = NetworkTraining.fit(trainingSet(known), settings.training(), monitor, epochs,
                preference(corpus, known, settings.unknown()));
        Network network = trained.network();
        MomentScale scale = scale(corpus, known, network, settings.unknown());
        Thresholds thresholds = thresholds(network, known, scale, settings.unknown());
        ModelFile file = SequenceModelFile.of(settings, known, trained, scale, thresholds, novelty, facts);
        try {
            return SequenceModelFile.open(file);
        } catch (ModelFormatException unreadable) {
            throw new IllegalStateException("A model that cannot be read again", unreadable);
        }
    }

    /// Where the validation set has known and unknown dialogs, the network that distinguishes them
    /// best by skewness and kurtosis is preferred: with the largest sum of the shares of known ones
    /// that are called known and of unknown ones that are called unknown (Youden's index).
    private static Preference preference(SequenceCorpus corpus, KnownDialogs known, UnknownSettings settings) {
        List<SequenceCorpus.Entry> validation =
                corpus.entries().stream().filter(entry -> entry.validation() > 0).toList();
        if (validation.stream().allMatch(SequenceCorpus.Entry::isTrained)
                || validation.stream().noneMatch(SequenceCorpus.Entry::isTrained)) {
            return Preference.FIRST;
        }
        return network -> {
            MomentScale scale = MomentScale.oneHot(network.classes());
            Thresholds thresholds = thresholds(network, known, scale, settings);
            long[] right = new long[2];
            long[] all = new long[2];
            for (SequenceCorpus.Entry entry : validation) {
                SequenceScore score = score(network, known, scale, entry.types());
                int kind = entry.isTrained() ? 1 : 0;
                boolean isKnown = thresholds.byMoments(score) == NetworkMark.WITHIN;
                right[kind] += isKnown == entry.isTrained() ? entry.validation() : 0;
                all[kind] += entry.validation();
            }
            return (double) right[0] / all[0] + (double) right[1] / all[1];
        };
    }

    private static Thresholds thresholds(Network network, KnownDialogs known, MomentScale scale,
            UnknownSettings settings) {
        List<SequenceScore> scores = IntStream.range(0, known.size())
                .parallel()
                .mapToObj(i -> score(network, known, scale, known.types(i)))
                .toList();
        return ThresholdFit.fit(scores, known, settings);
    }

    private static void check(KnownDialogs known) {
        if (known.size() < TrainingLimits.LEAST_SEQUENCES) {
            throw new IllegalArgumentException("too few distinct dialogs to train: %d (minimum %d)"
                    .formatted(known.size(), TrainingLimits.LEAST_SEQUENCES));
        }
        if (known.size() > TrainingLimits.MOST_SEQUENCES) {
            throw new IllegalArgumentException(
                    "too many distinct dialogs to train: %,d (limit %,d); use a shorter baseline"
                            .formatted(known.size(), TrainingLimits.MOST_SEQUENCES));
        }
        if (known.alphabet().types().size() > TrainingLimits.MOST_TYPES) {
            throw new IllegalArgumentException("too many message types to train: %,d (limit %,d)"
                    .formatted(known.alphabet().types().size(), TrainingLimits.MOST_TYPES));
        }
    }

    private static TrainingSet trainingSet(KnownDialogs known) {
        List<int[]> sequences = new ArrayList<>();
        int[] training = new int[known.size()];
        int[] validation = new int[known.size()];
        for (int i = 0; i < known.size(); i++) {
            SequenceCorpus.Entry entry = known.entries().get(i);
            sequences.add(known.alphabet().symbols(entry.types()));
            training[i] = entry.training();
            validation[i] = entry.validation();
        }
        return new TrainingSet(sequences, training, validation, known.alphabet().symbols(),
                Math.max(TrainingLimits.SHORTEST, known.length()));
    }

    private static SequenceScore score(Network network, KnownDialogs known, MomentScale scale, List<String> types) {
        SequencePrediction prediction = new SequencePrediction(network, known, scale, false);
        types.forEach(prediction::next);
        return prediction.score();
    }

    private static MomentScale scale(SequenceCorpus corpus, KnownDialogs known, Network network,
            UnknownSettings settings) {
        if (settings.normalisation() == Normalisation.ONE_HOT_LIMIT) {
            return MomentScale.oneHot(network.classes());
        }
        MomentScale raw = new MomentScale(0, 1, 0, 1);
        List<SequenceScore> scores =
                corpus.entries().parallelStream().map(entry -> score(network, known, raw, entry.types())).toList();
        return new MomentScale(scores.stream().mapToDouble(SequenceScore::skewness).min().orElse(0),
                scores.stream().mapToDouble(SequenceScore::skewness).max().orElse(1),
                scores.stream().mapToDouble(SequenceScore::kurtosis).min().orElse(0),
                scores.stream().mapToDouble(SequenceScore::kurtosis).max().orElse(1));
    }
}
