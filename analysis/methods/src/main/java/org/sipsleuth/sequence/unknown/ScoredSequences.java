package org.sipsleuth.sequence.unknown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.corpus.DialogSequences;

/// The sequences of a capture with what a model says of each: a sequence is scored once, however
/// many dialogs have it. Immutable.
public final class ScoredSequences {

    private static final String STAGE = "Scoring sequences";
    private static final int SEQUENCES_A_STEP = 1 << 10;

    private final SequenceModel model;
    private final DialogSequences sequences;
    private final List<SequenceScore> scores;

    private ScoredSequences(SequenceModel model, DialogSequences sequences, List<SequenceScore> scores) {
        this.model = model;
        this.sequences = sequences;
        this.scores = scores;
    }

    /// Scores all dialogs of a capture.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static ScoredSequences of(SipIndex index, SequenceModel model, RunMonitor monitor) {
        DialogSequences sequences = DialogSequences.of(index, model.settings().messages(), monitor);
        List<SequenceScore> scores = new ArrayList<>();
        for (int from = 0; from < sequences.size(); from += SEQUENCES_A_STEP) {
            monitor.throwIfCancelled();
            monitor.progress(new Progress(STAGE, from, sequences.size()));
            int to = Math.min(sequences.size(), from + SEQUENCES_A_STEP);
            scores.addAll(
                    IntStream.range(from, to).parallel().mapToObj(i -> model.scoreFolded(sequences.types(i))).toList());
        }
        return new ScoredSequences(model, sequences, List.copyOf(scores));
    }

    /// What scored them.
    public SequenceModel model() {
        return model;
    }

    /// The sequences, and which dialogs have them.
    public DialogSequences sequences() {
        return sequences;
    }

    /// What the model says of a sequence.
    public SequenceScore score(int sequence) {
        return scores.get(sequence);
    }

    /// The sequences that were never observed in training, those of most dialogs first.
    public int[] unknown() {
        return IntStream.range(0, sequences.size())
                .filter(i -> !scores.get(i).isObserved())
                .boxed()
                .sorted((a, b) -> Integer.compare(sequences.count(b), sequences.count(a)))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
