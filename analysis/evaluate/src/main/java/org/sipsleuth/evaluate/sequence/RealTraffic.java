package org.sipsleuth.evaluate.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.corpus.DialogSequences;
import org.sipsleuth.sequence.corpus.SequenceCorpus;
import org.sipsleuth.sequence.training.TrainingSettings;

/// Captures of real traffic: one half of their complete dialogs is trained, and the other half is
/// scored, and other captures if there are any.
final class RealTraffic {

    private static final int LEFT_OUT = -1;

    private final List<EvaluationRow> rows = new ArrayList<>();
    private final SequenceModel model;

    private RealTraffic(SipIndex index, long seed, RunMonitor monitor, Consumer<String> news) {
        DialogSequences sequences = DialogSequences.of(index, SequenceEvaluator.REAL_MESSAGES, monitor);
        int[] parts = parts(index, seed);
        SequenceCorpus corpus = corpus(sequences, parts);
        EvaluationRun trial = EvaluationRun.of("real traffic", corpus,
                SequenceEvaluator.settings(TrainingSettings.convolution(seed), SequenceEvaluator.REAL_MESSAGES),
                monitor, news);
        model = trial.model();
        row("complete dialogs", corpus.dialogs());
        row("distinct sequences", corpus.entries().size());
        row("sequences in the trained half", model.known().size());
        row("expected share of unknown dialogs (Good and Turing)", model.known().expectedUnknown());
        shares("the other half", corpus.entries(), SequenceCorpus.Entry::test);
    }

    /// Measures.
    ///
    /// @param traffic captures of which one half is trained
    /// @param others captures that are scored only, each with its name
    static EvaluationTable table(SipIndex traffic, List<Named> others, long seed, RunMonitor monitor,
            Consumer<String> news) {
        RealTraffic real = new RealTraffic(traffic, seed, monitor, news);
        for (Named other : others) {
            DialogSequences sequences = DialogSequences.of(other.index(), SequenceEvaluator.REAL_MESSAGES, monitor);
            int[] all = new int[other.index().dialogs().size()];
            Arrays.fill(all, 2);
            real.shares(other.name(), corpus(sequences, all).entries(), SequenceCorpus.Entry::test);
        }
        return new EvaluationTable("real", "Captures of real traffic", real.rows);
    }

    /// A capture and how it is called.
    record Named(String name, SipIndex index) {}

    /// Half of the complete dialogs for training, the others for the test.
    private static int[] parts(SipIndex index, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        OutcomeReader outcomes = new OutcomeReader(index);
        return IntStream.range(0, index.dialogs().size())
                .map(dialog -> isComplete(outcomes.of(dialog).outcome()) ? random.nextInt(2) * 2 : LEFT_OUT)
                .toArray();
    }

    private static boolean isComplete(Outcome outcome) {
        return !outcome.isOpen();
    }

    private static SequenceCorpus corpus(DialogSequences sequences, int[] parts) {
        List<SequenceCorpus.Entry> entries = new ArrayList<>();
        for (int sequence = 0; sequence < sequences.size(); sequence++) {
            int[] counts = new int[3];
            for (int dialog : sequences.dialogs(sequence)) {
                if (parts[dialog] != LEFT_OUT) {
                    counts[parts[dialog]]++;
                }
            }
            if (counts[0] + counts[2] > 0 && !sequences.types(sequence).isEmpty()) {
                entries.add(new SequenceCorpus.Entry(sequences.types(sequence), counts[0], 0, counts[2]));
            }
        }
        return new SequenceCorpus(entries);
    }

    private void shares(String name, List<SequenceCorpus.Entry> entries, ToIntFunction<SequenceCorpus.Entry> part) {
        long dialogs = 0;
        long unobserved = 0;
        long byMoments = 0;
        long byMaximum = 0;
        for (SequenceCorpus.Entry entry : entries) {
            int count = part.applyAsInt(entry);
            SequenceScore score = model.scoreFolded(entry.types());
            dialogs += count;
            unobserved += score.isObserved() ? 0 : count;
            byMoments += model.thresholds().byMoments(score) == NetworkMark.WITHIN ? 0 : count;
            byMaximum += model.thresholds().byMaximum(score) == NetworkMark.WITHIN ? 0 : count;
        }
        row(name + ": dialogs", (double) dialogs);
        row(name + ": share never observed in training", share(unobserved, dialogs));
        row(name + ": share unknown by skewness and kurtosis", share(byMoments, dialogs));
        row(name + ": share unknown by the maximum output", share(byMaximum, dialogs));
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }

    private void row(String name, double ours) {
        rows.add(new EvaluationRow(name, null, Spread.of(ours), null));
    }
}
